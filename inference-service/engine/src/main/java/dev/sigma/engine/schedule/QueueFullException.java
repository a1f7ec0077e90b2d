package dev.sigma.engine.schedule;

/** The engine has as many requests waiting as it may; the caller should come back later. */
public class QueueFullException extends RuntimeException {

  public QueueFullException(int waiting) {
    super("%d requests are waiting, as many as may; try again later".formatted(waiting));
  }
}
