package dev.sigma.engine.schedule;

import dev.sigma.engine.sampling.NonFiniteLogitsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request of a soak: hears how it goes, leaves or throws at a token where it was told to, and
 * afterwards says whether the end that it heard of fits.
 */
final class Asked implements GenerationListener {

  /** Tokens after which something happens: never. */
  static final int NEVER = -1;

  /** How it ended. */
  enum End {
    STOPPED,
    AT_LENGTH,
    CANCELLED,
    LOST_STEP,
    LOST_LOGITS,
    LOST_LISTENER
  }

  private final GenerationRequest request;
  private final int leavesAt;
  private final int throwsAt;
  private final Consumer<Asked> ended;
  private final Consumer<String> violations;
  private final List<GeneratedToken> tokens = new ArrayList<>();
  private final AtomicInteger ends = new AtomicInteger();
  private volatile @Nullable Generation generation;
  private volatile boolean left;
  private @Nullable FinishReason reason;
  private @Nullable GenerationUsage usage;
  private @Nullable RuntimeException failure;

  /**
   * @param leavesAt tokens after which it cancels itself, on the engine thread
   * @param throwsAt tokens after which it throws
   * @param ended called at its end, on the engine thread
   * @param violations told of what must never happen
   */
  Asked(
      GenerationRequest request,
      int leavesAt,
      int throwsAt,
      Consumer<Asked> ended,
      Consumer<String> violations) {
    this.request = request;
    this.leavesAt = leavesAt;
    this.throwsAt = throwsAt;
    this.ended = ended;
    this.violations = violations;
  }

  /** Submits it; what the loop throws for a refusal goes on to the caller. */
  void submit(EngineLoop loop) {
    try {
      generation = loop.submit(request, this);
    } catch (RuntimeException e) {
      ends.incrementAndGet(); // and so a call would be one after the end
      throw e;
    }
  }

  /** Leaves, if the engine has it yet. */
  void cancel() {
    Generation known = generation;
    if (known != null) {
      left = true;
      known.cancel();
    }
  }

  @Override
  public void onToken(GeneratedToken token) {
    if (ends.get() > 0) {
      violations.accept("a token after the end of " + request);
    }
    tokens.add(token);
    if (tokens.size() == leavesAt) {
      cancel();
    }
    if (tokens.size() == throwsAt) {
      throw new UnsupportedOperationException("a listener's own defect");
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
    if (ends.incrementAndGet() == 1) {
      ended.accept(this);
    } else {
      violations.accept("a second end of " + request);
    }
  }

  List<GeneratedToken> tokens() {
    return tokens;
  }

  GenerationRequest request() {
    return request;
  }

  /** How it ended; called after the end. */
  End outcome() {
    if (reason != null) {
      return switch (reason) {
        case STOP -> End.STOPPED;
        case LENGTH -> End.AT_LENGTH;
        case CANCELLED -> End.CANCELLED;
      };
    }
    if (failure instanceof FaultyRunner.InjectedException) {
      return End.LOST_STEP;
    }
    return failure instanceof NonFiniteLogitsException ? End.LOST_LOGITS : End.LOST_LISTENER;
  }

  /** What does not fit about its end; empty: nothing. */
  Optional<String> misfit(LetterTokenizer tokenizer) {
    String whole = tokenizer.decode(tokens.stream().mapToInt(GeneratedToken::id).toArray());
    StringBuilder told = new StringBuilder();
    tokens.forEach(token -> told.append(token.text()));
    String text = told.toString();
    boolean endToken = !tokens.isEmpty() && tokenizer.endsAnswer(tokens.getLast().id());
    boolean full = tokens.size() == request.maxTokens();
    boolean fits =
        switch (outcome()) {
          case STOPPED -> endToken ? text.equals(whole) : text.equals(beforeStop(whole));
          case AT_LENGTH -> full && !endToken && text.equals(whole);
          case CANCELLED -> left && !full && !endToken && whole.startsWith(text);
          case LOST_STEP, LOST_LOGITS -> !full && !endToken && whole.startsWith(text);
          case LOST_LISTENER -> tokens.size() == throwsAt && thrownByListener();
        };
    boolean early =
        tokens.size() > 1
            && tokens.subList(0, tokens.size() - 1).stream()
                .anyMatch(token -> tokenizer.endsAnswer(token.id()));
    if (fits && !early && usageFits() && request.stop().stream().noneMatch(text::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s with text \"%s\" of \"%s\", usage %s, failure %s, of %s"
            .formatted(outcome(), text, whole, usage, failure, request));
  }

  /** The text before the stop string that ends it: of several, the one that begins first. */
  private @Nullable String beforeStop(String whole) {
    return request.stop().stream()
        .filter(whole::endsWith)
        .map(stop -> whole.substring(0, whole.length() - stop.length()))
        .min(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  private boolean thrownByListener() {
    return failure != null && failure.getCause() instanceof UnsupportedOperationException;
  }

  private boolean usageFits() {
    if (usage == null) {
      return reason == null;
    }
    return usage.completionTokens() == tokens.size()
        && usage.promptTokens() == request.prompt().length
        && usage.cachedTokens() < request.prompt().length
        && usage.remoteTokens() <= usage.cachedTokens();
  }
}
