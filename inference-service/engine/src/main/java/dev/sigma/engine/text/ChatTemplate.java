package dev.sigma.engine.text;

import java.util.List;

/**
 * Messages to prompt tokens. Append-only: the tokens of a conversation are a prefix of the tokens
 * of the same conversation with more turns, so that its K/V can be used again.
 */
public interface ChatTemplate {

  /**
   * Prompt for the next assistant turn. Content is encoded as plain text.
   *
   * @throws IllegalArgumentException for an unknown role, or when it takes more than {@code
   *     maxTokens}
   */
  int[] prompt(List<Message> messages, int maxTokens);

  /**
   * One turn.
   *
   * @param role {@code system}, {@code user} or {@code assistant}
   * @param content its text
   */
  record Message(String role, String content) {}
}
