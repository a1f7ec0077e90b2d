package dev.sigma.engine.text;

import dev.sigma.engine.model.ModelFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * That of files made from SentencePiece's (Llama 2, Mistral): characters stand for themselves,
 * U+2581 for a blank, {@code <0x0A>} for a byte of a character that the vocabulary lacks. One blank
 * may be put in front of a text, and dropped from the text that tokens give.
 *
 * @param prefix when a blank is put in front
 * @param split whether words begin at blanks; else a text is one word
 * @param dropsFirstBlank whether a blank in front is dropped again
 */
record SentencePieceSpelling(Prefix prefix, boolean split, boolean dropsFirstBlank)
    implements Spelling {

  /** When a blank is put in front of a text that is not empty. */
  enum Prefix {
    NEVER,
    UNLESS_THERE,
    ALWAYS
  }

  private static final char BLANK = '\u2581';
  private static final String WRITTEN_BLANK = String.valueOf(BLANK);
  private static final int MAX_STEPS = 8;
  private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");

  static SentencePieceSpelling of(JsonNode root) {
    boolean drops = dropsFirstBlank(root.path("decoder"));
    JsonNode normalizer = root.path("normalizer");
    JsonNode pre = root.path("pre_tokenizer");
    if (Keys.absent(pre)) {
      return new SentencePieceSpelling(prefix(normalizer), false, drops);
    }
    if (!pre.path("type").asString("").equals("Metaspace")) {
      throw error("pre_tokenizer", pre, "null or Metaspace, beside byte_fallback true");
    }
    if (!Keys.absent(normalizer)) {
      throw error("normalizer", normalizer, "null beside Metaspace");
    }
    Keys.require(pre, "replacement", WRITTEN_BLANK);
    return new SentencePieceSpelling(scheme(pre), pre.path("split").asBoolean(true), drops);
  }

  /** Without a scheme: as files said it before there were schemes. */
  private static Prefix scheme(JsonNode metaspace) {
    String old = metaspace.path("add_prefix_space").asBoolean(true) ? "always" : "never";
    return switch (metaspace.path("prepend_scheme").asString(old)) {
      // the same: a text here is one piece, and the first
      case "first", "always" -> Prefix.UNLESS_THERE;
      case "never" -> Prefix.NEVER;
      default -> throw error("pre_tokenizer", metaspace, "prepend_scheme first, always or never");
    };
  }

  private static Prefix prefix(JsonNode normalizer) {
    List<JsonNode> steps = steps("normalizer", normalizer, "normalizers");
    boolean prepend = types(steps).equals(List.of("Prepend", "Replace"));
    if (!prepend && !types(steps).equals(List.of("Replace"))) {
      throw error("normalizer", normalizer, "Replace, or Prepend and Replace, without Metaspace");
    }
    if (prepend) {
      Keys.require(steps.getFirst(), "prepend", WRITTEN_BLANK);
    }
    requireReplace("normalizer", steps.getLast(), " ", WRITTEN_BLANK);
    return prepend ? Prefix.ALWAYS : Prefix.NEVER;
  }

  private static boolean dropsFirstBlank(JsonNode decoder) {
    List<JsonNode> steps = steps("decoder", decoder, "decoders");
    boolean strip = types(steps).equals(List.of("Replace", "ByteFallback", "Fuse", "Strip"));
    if (!strip && !types(steps).equals(List.of("Replace", "ByteFallback", "Fuse"))) {
      throw error("decoder", decoder, "Replace, ByteFallback and Fuse, then Strip or nothing");
    }
    requireReplace("decoder", steps.getFirst(), WRITTEN_BLANK, " ");
    if (strip) {
      Keys.require(steps.getLast(), "content", " ");
      Keys.require(steps.getLast(), "start", "1");
      Keys.require(steps.getLast(), "stop", "0");
    }
    return strip;
  }

  private static List<JsonNode> steps(String key, JsonNode node, String inside) {
    if (!node.path("type").asString("").equals("Sequence")) {
      return List.of(node);
    }
    if (node.path(inside).size() > MAX_STEPS) {
      throw error(key, node, "at most " + MAX_STEPS + " steps");
    }
    return List.copyOf(node.path(inside).values());
  }

  private static List<String> types(List<JsonNode> steps) {
    return steps.stream().map(step -> step.path("type").asString("")).toList();
  }

  private static void requireReplace(String key, JsonNode step, String from, String to) {
    if (!step.path("pattern").path("String").asString("").equals(from)
        || !step.path("content").asString("").equals(to)) {
      throw error(key, step, "Replace of \"%s\" by \"%s\"".formatted(from, to));
    }
  }

  private static ModelFormatException error(String key, JsonNode node, String expected) {
    return new ModelFormatException(
        "%s: %s (expected: %s)"
            .formatted(
                key, node.isMissingNode() ? "missing" : Keys.clip(node.toString()), expected));
  }

  @Override
  public String normalised(String text) {
    String written = text.replace(' ', BLANK);
    boolean prepend =
        switch (prefix) {
          case NEVER -> false;
          case UNLESS_THERE -> !written.startsWith(WRITTEN_BLANK);
          case ALWAYS -> true;
        };
    return prepend && !written.isEmpty() ? BLANK + written : written;
  }

  @Override
  public List<String> words(String normalised) {
    if (normalised.isEmpty()) {
      return List.of();
    }
    if (!split) {
      return List.of(normalised);
    }
    List<String> words = new ArrayList<>();
    for (int from = 0; from < normalised.length(); ) {
      int blank = normalised.indexOf(BLANK, from + 1);
      int to = blank < 0 ? normalised.length() : blank;
      words.add(normalised.substring(from, to));
      from = to;
    }
    return words;
  }

  @Override
  public byte[] bytes(String token) {
    if (BYTE.matcher(token).matches()) {
      return new byte[] {(byte) Integer.parseInt(token, 3, 5, 16)};
    }
    return Utf8.encode(token.replace(BLANK, ' '));
  }

  @Override
  public String byteToken(int b) {
    return "<0x%02X>".formatted(b);
  }

  @Override
  public boolean mergesToControl() {
    return true;
  }
}
