package dev.sigma.worker;

import dev.sigma.engine.Engine;
import dev.sigma.engine.EngineStatistics;
import dev.sigma.engine.model.AttentionShape;
import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.Rope;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.schedule.Generation;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import dev.sigma.engine.schedule.GenerationRequest;
import dev.sigma.engine.schedule.QueueFullException;
import dev.sigma.engine.text.ChatTemplate;
import dev.sigma.engine.text.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine that does what a test needs a real one to do rarely: stand still, be full, break. What
 * it does follows from the prompt's last character; a token is one character.
 */
public class ScriptedEngine implements Engine {

  static final char ENDLESS = 'E';
  static final char FULL = 'F';
  static final char BREAKS = 'B';

  final AtomicInteger cancelled = new AtomicInteger();
  final AtomicInteger running = new AtomicInteger();

  @Override
  public Generation submit(GenerationRequest request, GenerationListener listener) {
    int[] prompt = request.prompt();
    char script = (char) prompt[prompt.length - 1];
    if (script == FULL) {
      throw new QueueFullException(7);
    }
    Thread thread = Thread.ofPlatform().daemon().unstarted(() -> run(script, request, listener));
    running.incrementAndGet();
    thread.start();
    return () -> {
      if (thread.isAlive()) {
        cancelled.incrementAndGet();
        thread.interrupt();
      }
    };
  }

  private void run(char script, GenerationRequest request, GenerationListener listener) {
    GenerationUsage usage = new GenerationUsage(request.prompt().length, 0, 0, 2);
    try {
      token(listener, 'h');
      if (script == BREAKS) {
        tell(() -> listener.onFailed(new IllegalStateException("the device is gone")));
        return;
      }
      while (script == ENDLESS) {
        Thread.sleep(20);
        token(listener, '.');
      }
      token(listener, 'i');
      tell(() -> listener.onFinished(FinishReason.STOP, usage));
    } catch (InterruptedException e) {
      tell(() -> listener.onFinished(FinishReason.CANCELLED, usage));
    } finally {
      running.decrementAndGet();
    }
  }

  private void token(GenerationListener listener, char c) {
    GeneratedToken token =
        new GeneratedToken(c, String.valueOf(c), -0.5f, List.of(new TokenProbability(c, -0.5f)));
    tell(() -> listener.onToken(token));
  }

  /** One listener at a time, as on the engine's one thread. */
  private synchronized void tell(Runnable listener) {
    listener.run();
  }

  @Override
  public String modelName() {
    return "scripted";
  }

  @Override
  public ModelConfig config() {
    return new ModelConfig(
        "sigma",
        1,
        8,
        8,
        128,
        64,
        1e-6f,
        Rope.unscaled(10_000),
        true,
        new AttentionShape(1, 1, 1, 8, 8, 0, 0));
  }

  @Override
  public Tokenizer tokenizer() {
    return new Characters();
  }

  @Override
  public ChatTemplate chatTemplate() {
    return (messages, maxTokens) -> tokenizer().encode(messages.getLast().content(), maxTokens);
  }

  @Override
  public RunnerDescription runner() {
    return new RunnerDescription("scripted", "none", "none", NumericsMode.EXACT);
  }

  @Override
  public String codec() {
    return "lossless";
  }

  @Override
  public String epoch() {
    return "0123456789abcdef";
  }

  @Override
  public EngineStatistics statistics() {
    return new EngineStatistics("", 0, running.get(), 4, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public void drain(Duration patience) {}

  @Override
  public void close() {}

  /** One token per ASCII character. */
  public static class Characters implements Tokenizer {
    @Override
    public int vocabularySize() {
      return 128;
    }

    @Override
    public int[] encode(String text, int maxTokens) {
      if (text.length() > maxTokens) {
        throw new IllegalArgumentException(
            "%d tokens (expected: at most %d)".formatted(text.length(), maxTokens));
      }
      return text.chars().map(c -> c & 127).toArray();
    }

    @Override
    public OptionalInt controlToken(String name) {
      return OptionalInt.empty();
    }

    @Override
    public boolean endsAnswer(int id) {
      return false;
    }

    @Override
    public byte[] bytes(int id) {
      return String.valueOf((char) id).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String decode(int... ids) {
      StringBuilder text = new StringBuilder();
      for (int id : ids) {
        text.append((char) id);
      }
      return text.toString();
    }
  }
}
