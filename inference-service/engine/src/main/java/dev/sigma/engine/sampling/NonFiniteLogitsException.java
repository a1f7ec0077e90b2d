package dev.sigma.engine.sampling;

/** Logits that no token can be drawn from; only the sequence that they belong to is lost. */
public class NonFiniteLogitsException extends RuntimeException {

  public NonFiniteLogitsException(int id, float value) {
    super("logit of token %d: %s (expected: a finite number)".formatted(id, value));
  }
}
