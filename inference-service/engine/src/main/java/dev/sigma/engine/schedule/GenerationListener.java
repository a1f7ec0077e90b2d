package dev.sigma.engine.schedule;

import java.util.List;

/**
 * Hears of one generation. Called on the engine thread, in order; must not block. After {@link
 * #onFinished} or {@link #onFailed}, exactly one of which is called once, nothing more comes.
 */
public interface GenerationListener {

  /** A token was drawn. */
  void onToken(GeneratedToken token);

  /** The answer has ended, or was cancelled. */
  void onFinished(FinishReason reason, GenerationUsage usage);

  /** The engine could not go on with it; other generations may be unharmed. */
  void onFailed(RuntimeException cause);

  /** Why an answer ended. */
  enum FinishReason {
    /** The model ended it, or a stop string came. */
    STOP,
    /** {@code maxTokens} were drawn. */
    LENGTH,
    /** The caller left. */
    CANCELLED
  }

  /**
   * One drawn token.
   *
   * @param id token id
   * @param text what it adds to the answer's text; empty while a character is incomplete or a stop
   *     string may be beginning
   * @param logProbability natural log of its probability before temperature and truncation
   * @param top the most probable tokens, best first
   */
  record GeneratedToken(int id, String text, float logProbability, List<TokenProbability> top) {}

  /** A token that could have been drawn. */
  record TokenProbability(int id, float logProbability) {}

  /**
   * What a generation took.
   *
   * @param promptTokens tokens of the prompt
   * @param cachedTokens those of them whose K/V was there already
   * @param remoteTokens those of the cached ones that another worker had computed
   * @param completionTokens tokens drawn
   */
  record GenerationUsage(
      int promptTokens, int cachedTokens, int remoteTokens, int completionTokens) {}
}
