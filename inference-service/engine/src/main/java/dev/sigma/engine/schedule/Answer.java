package dev.sigma.engine.schedule;

import dev.sigma.engine.sampling.Sampler;
import dev.sigma.engine.schedule.GenerationListener.FinishReason;
import dev.sigma.engine.schedule.GenerationListener.GeneratedToken;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import dev.sigma.engine.schedule.GenerationListener.TokenProbability;
import dev.sigma.engine.text.IncrementalDetokenizer;
import dev.sigma.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a listener hears of one generation: drawn tokens become text, and end tokens, stop strings
 * and the length limit end it. The end token is reported and counted like any other, since it was
 * drawn and a continuation needs it, but has no text of its own; whatever text was held back comes
 * with it.
 *
 * <p>A listener is foreign code: whatever it throws ends this generation and no other.
 */
final class Answer {

  private static final Logger log = LoggerFactory.getLogger(Answer.class);

  private final GenerationListener listener;
  private final Tokenizer tokenizer;
  private final IncrementalDetokenizer detokenizer;
  private final StopStrings stops;
  private final int maxTokens;
  private int tokens;
  private @Nullable FinishReason reason;
  private @Nullable RuntimeException failure;
  private boolean closed;

  Answer(GenerationRequest request, GenerationListener listener, Tokenizer tokenizer) {
    this.listener = listener;
    this.tokenizer = tokenizer;
    detokenizer =
        request.continuesText()
            ? IncrementalDetokenizer.within(tokenizer)
            : new IncrementalDetokenizer(tokenizer);
    stops = new StopStrings(request.stop());
    maxTokens = request.maxTokens();
  }

  /** Takes the token that {@code sampler} has just drawn. */
  void accept(Sampler sampler) {
    int id = sampler.id();
    tokens++;
    String text;
    if (tokenizer.endsAnswer(id)) {
      reason = FinishReason.STOP;
      text = rest();
    } else {
      text = stops.push(detokenizer.push(id));
      if (!stops.found() && tokens == maxTokens) {
        reason = FinishReason.LENGTH;
        text += rest();
      }
      if (stops.found()) {
        reason = FinishReason.STOP;
      }
    }
    try {
      listener.onToken(new GeneratedToken(id, text, sampler.logProbability(), top(sampler)));
    } catch (Throwable e) {
      log.warn("A listener failed on a token; its generation ends", e);
      failure = new IllegalStateException("the listener failed on a token", e);
    }
  }

  /** Notes that the engine cannot go on with it. */
  void lose(RuntimeException cause) {
    failure = cause;
  }

  /** Whether nothing more is to be drawn. */
  boolean ended() {
    return reason != null || failure != null;
  }

  /** Tells the listener how an answer that has {@link #ended} did. */
  void close(GenerationUsage usage) {
    if (failure != null) {
      fail(failure);
    } else if (reason != null) {
      finish(reason, usage);
    } else {
      throw new IllegalStateException("close of an answer that goes on (expected: ended)");
    }
  }

  /** Tells the listener that its wish to leave was heard. */
  void cancel(GenerationUsage usage) {
    finish(FinishReason.CANCELLED, usage);
  }

  /** Tells the listener that the engine could not go on. */
  void fail(RuntimeException cause) {
    if (closed) {
      return;
    }
    closed = true;
    try {
      listener.onFailed(cause);
    } catch (Throwable e) {
      log.warn("A listener failed on a failure", e);
    }
  }

  private void finish(FinishReason end, GenerationUsage usage) {
    if (closed) {
      return;
    }
    closed = true;
    try {
      listener.onFinished(end, usage);
    } catch (Throwable e) {
      log.warn("A listener failed on the end of its generation", e);
    }
  }

  /** Text that was held back and now comes, because the answer ends here. */
  private String rest() {
    return stops.push(detokenizer.flush()) + stops.flush();
  }

  private static List<TokenProbability> top(Sampler sampler) {
    if (sampler.topCount() == 0) {
      return List.of();
    }
    List<TokenProbability> top = new ArrayList<>(sampler.topCount());
    for (int rank = 0; rank < sampler.topCount(); rank++) {
      top.add(new TokenProbability(sampler.topId(rank), sampler.topLogProbability(rank)));
    }
    return List.copyOf(top);
  }
}
