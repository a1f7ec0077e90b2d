package dev.sigma.engine.text;

import dev.sigma.engine.model.ModelFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * Cuts text into the words that BPE merges within: the {@code pre_tokenizer} of {@code
 * tokenizer.json}. Each step cuts the pieces of the one before; matches, and what lies between
 * them, become pieces of their own.
 *
 * @param steps patterns, in order
 */
record WordSplitter(List<Pattern> steps) {

  /** What {@code ByteLevel} cuts with (GPT-2). */
  private static final String GPT2 =
      "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

  private static final int MAX_PATTERN = 4096;
  private static final int MAX_STEPS = 8;

  /** Escapes that mean the same in Oniguruma and in Java. */
  private static final Pattern FOREIGN_ESCAPE =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[^pPsSdDrntf\\W]");

  /** Reads the {@code pre_tokenizer}. */
  static WordSplitter of(JsonNode preTokenizer) {
    boolean sequence = preTokenizer.path("type").asString("").equals("Sequence");
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode part :
        sequence ? preTokenizer.path("pretokenizers").values() : List.of(preTokenizer)) {
      parts.add(part);
    }
    if (parts.isEmpty()
        || parts.size() > MAX_STEPS
        || !isByteLevel(parts.getLast())
        || parts.stream().filter(WordSplitter::isByteLevel).count() > 1) {
      throw error(preTokenizer, "ByteLevel, or a Sequence of up to 8 that ends with it");
    }
    List<Pattern> steps = new ArrayList<>();
    for (JsonNode part : parts) {
      switch (part.path("type").asString("")) {
        case "Split" -> steps.add(split(part));
        case "Digits" -> steps.add(compile(digits(part)));
        case "ByteLevel" -> {
          if (part.path("add_prefix_space").asBoolean(true)) {
            throw error(part, "add_prefix_space false");
          }
          if (part.path("use_regex").asBoolean(true)) {
            steps.add(compile(GPT2));
          }
        }
        default -> throw error(part, "type Split, Digits or ByteLevel");
      }
    }
    return new WordSplitter(List.copyOf(steps));
  }

  private static boolean isByteLevel(JsonNode part) {
    return part.path("type").asString("").equals("ByteLevel");
  }

  private static String digits(JsonNode part) {
    return part.path("individual_digits").asBoolean(false) ? "\\p{N}" : "\\p{N}+";
  }

  private static Pattern split(JsonNode part) {
    if (!part.path("behavior").asString("").equals("Isolated")
        || part.path("invert").asBoolean(false)) {
      throw error(part, "behavior Isolated, not inverted");
    }
    JsonNode regex = part.path("pattern").path("Regex");
    JsonNode literal = part.path("pattern").path("String");
    if (regex.isString()) {
      return compile(regex.stringValue());
    }
    if (literal.isString() && !literal.stringValue().isEmpty()) {
      return Pattern.compile(Pattern.quote(literal.stringValue()));
    }
    throw error(part, "a pattern");
  }

  /**
   * Oniguruma's syntax, which the file is written in, to Java's: they agree on what such patterns
   * use once {@code \s}, {@code \d} and case folding mean Unicode. What they disagree on is
   * refused.
   */
  private static Pattern compile(String regex) {
    if (regex.length() > MAX_PATTERN || FOREIGN_ESCAPE.matcher(regex).find()) {
      throw new ModelFormatException(
          "pre_tokenizer: pattern %s (expected: at most %d characters, escapes \\p \\s \\d \\r \\n \\t)"
              .formatted(regex.substring(0, Math.min(200, regex.length())), MAX_PATTERN));
    }
    try {
      return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw new ModelFormatException(
          "pre_tokenizer: pattern %s (expected: a regular expression): %s"
              .formatted(regex, e.getDescription()),
          e);
    }
  }

  /** Words of {@code text}, in order; together they are the text. */
  List<String> split(String text) {
    List<String> pieces = text.isEmpty() ? List.of() : List.of(text);
    for (Pattern step : steps) {
      List<String> finer = new ArrayList<>();
      for (String piece : pieces) {
        cut(piece, step, finer);
      }
      pieces = finer;
    }
    return pieces;
  }

  private static void cut(String piece, Pattern step, List<String> into) {
    int done = 0;
    Matcher matcher = step.matcher(piece);
    while (matcher.find()) {
      if (matcher.end() == matcher.start()) {
        continue;
      }
      if (matcher.start() > done) {
        into.add(piece.substring(done, matcher.start()));
      }
      into.add(matcher.group());
      done = matcher.end();
    }
    if (done < piece.length()) {
      into.add(piece.substring(done));
    }
  }

  private static ModelFormatException error(JsonNode node, String expected) {
    String text = node.toString();
    return new ModelFormatException(
        "pre_tokenizer: %s (expected: %s)"
            .formatted(text.length() <= 200 ? text : text.substring(0, 200) + "...", expected));
  }
}
