package dev.sigma.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers all that a listener hears, and whether it heard anything after the end. */
final class Recorder implements GenerationListener {

  private final List<GeneratedToken> tokens = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger ends = new AtomicInteger();
  private volatile boolean late;
  private volatile @Nullable FinishReason reason;
  private volatile @Nullable GenerationUsage usage;
  private volatile @Nullable RuntimeException failure;

  @Override
  public void onToken(GeneratedToken token) {
    late |= ends.get() > 0;
    synchronized (tokens) {
      tokens.add(token);
    }
  }

  @Override
  public void onFinished(FinishReason finishReason, GenerationUsage generationUsage) {
    reason = finishReason;
    usage = generationUsage;
    end();
  }

  @Override
  public void onFailed(RuntimeException cause) {
    failure = cause;
    end();
  }

  private void end() {
    ends.incrementAndGet();
    end.countDown();
  }

  Recorder await() throws InterruptedException {
    if (!end.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("no end after 60 s, %d tokens".formatted(tokens().size()));
    }
    return this;
  }

  /** Whether it ended exactly once and heard nothing afterwards. */
  boolean endedOnce() {
    return ends.get() == 1 && !late;
  }

  boolean ended() {
    return ends.get() > 0;
  }

  List<GeneratedToken> tokens() {
    synchronized (tokens) {
      return List.copyOf(tokens);
    }
  }

  int[] ids() {
    return tokens().stream().mapToInt(GeneratedToken::id).toArray();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    tokens().forEach(token -> text.append(token.text()));
    return text.toString();
  }

  @Nullable FinishReason reason() {
    return reason;
  }

  GenerationUsage usage() {
    GenerationUsage known = usage;
    if (known == null) {
      throw new AssertionError("not finished (failure: %s)".formatted(failure));
    }
    return known;
  }

  @Nullable RuntimeException failure() {
    return failure;
  }
}
