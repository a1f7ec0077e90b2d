package dev.sigma.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The JSON header of a safetensors file: which tensor lies where in the bytes after it. The rules
 * are those of the reference implementation: every tensor's length follows from its type and shape,
 * and together they cover the data without overlap or hole.
 *
 * <p>Streamed, not read as a tree: a header may be 100 MB.
 */
final class SafetensorsHeader {

  private static final int MAX_RANK = 8;
  private static final int MAX_NAME = 512;

  private final String file;
  private final long dataBytes;
  private final JsonParser parser;

  /**
   * Where a tensor lies.
   *
   * @param type element type
   * @param shape dims, outermost first
   * @param begin first byte, from the end of the header
   * @param end one past the last byte
   */
  record Entry(DataType type, List<Long> shape, long begin, long end) {}

  private SafetensorsHeader(String file, long dataBytes, JsonParser parser) {
    this.file = file;
    this.dataBytes = dataBytes;
    this.parser = parser;
  }

  /**
   * Entries by tensor name.
   *
   * @param file its name, for errors
   * @param json the header's bytes
   * @param dataBytes bytes in the file after the header
   */
  static Map<String, Entry> parse(String file, byte[] json, long dataBytes) {
    try (JsonParser parser = JsonFile.parser(json)) {
      Map<String, Entry> entries = new SafetensorsHeader(file, dataBytes, parser).entries();
      checkCover(file, entries, dataBytes);
      return entries;
    } catch (JacksonException e) {
      throw new ModelFormatException(
          "%s: header is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
  }

  private Map<String, Entry> entries() {
    Map<String, Entry> entries = new HashMap<>();
    expect(parser.nextToken(), JsonToken.START_OBJECT, "header");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (name.length() > MAX_NAME) {
        throw error(
            "tensor name of %d characters (expected: at most %d)"
                .formatted(name.length(), MAX_NAME));
      }
      expect(parser.nextToken(), JsonToken.START_OBJECT, name);
      if (name.equals("__metadata__")) {
        parser.skipChildren();
      } else {
        entries.put(name, entry(name));
      }
    }
    if (parser.nextToken() != null) {
      throw error("header goes on after its object (expected: spaces only)");
    }
    return entries;
  }

  private Entry entry(String name) {
    Optional<DataType> type = Optional.empty();
    @Nullable List<Long> shape = null;
    @Nullable List<Long> offsets = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (key) {
        case "dtype" -> {
          expect(value, JsonToken.VALUE_STRING, name + " dtype");
          type = DataType.named(parser.getString());
          if (type.isEmpty()) {
            throw error(
                "%s: dtype %s (expected: one that is known)"
                    .formatted(name, clip(parser.getString())));
          }
        }
        case "shape" -> shape = longs(value, name + " shape", MAX_RANK);
        case "data_offsets" -> offsets = longs(value, name + " data_offsets", 2);
        default ->
            throw error(
                "%s: key %s (expected: dtype, shape, data_offsets)".formatted(name, clip(key)));
      }
    }
    if (type.isEmpty() || shape == null || offsets == null || offsets.size() != 2) {
      throw error("%s: incomplete (expected: dtype, shape and two data_offsets)".formatted(name));
    }
    Entry entry = new Entry(type.get(), List.copyOf(shape), offsets.get(0), offsets.get(1));
    checkLength(name, entry);
    return entry;
  }

  private List<Long> longs(JsonToken start, String what, int most) {
    expect(start, JsonToken.START_ARRAY, what);
    List<Long> values = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      expect(t, JsonToken.VALUE_NUMBER_INT, what);
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          || parser.getLongValue() < 0) {
        throw error("%s: %s (expected: 0 to 2^63 - 1)".formatted(what, clip(parser.getString())));
      }
      if (values.size() == most) {
        throw error("%s: more than %d numbers (expected: at most that)".formatted(what, most));
      }
      values.add(parser.getLongValue());
    }
    return values;
  }

  private void checkLength(String name, Entry entry) {
    if (entry.begin > entry.end || entry.end > dataBytes) {
      throw error(
          "%s: bytes %d to %d (expected: ascending, within the file's %d)"
              .formatted(name, entry.begin, entry.end, dataBytes));
    }
    long expected = entry.type.bytes;
    try {
      for (long dim : entry.shape) {
        expected = Math.multiplyExact(expected, dim);
      }
    } catch (ArithmeticException e) {
      throw new ModelFormatException(
          "%s: %s: shape %s (expected: fewer than 2^63 bytes)".formatted(file, name, entry.shape),
          e);
    }
    if (entry.end - entry.begin != expected) {
      throw error(
          "%s: %d bytes (expected: %d for %s %s)"
              .formatted(name, entry.end - entry.begin, expected, entry.type, entry.shape));
    }
  }

  private static void checkCover(String file, Map<String, Entry> entries, long dataBytes) {
    List<Map.Entry<String, Entry>> ordered = new ArrayList<>(entries.entrySet());
    ordered.sort(
        Comparator.<Map.Entry<String, Entry>>comparingLong(e -> e.getValue().begin)
            .thenComparingLong(e -> e.getValue().end));
    long reached = 0;
    for (Map.Entry<String, Entry> e : ordered) {
      long begin = e.getValue().begin;
      if (begin != reached) {
        throw new ModelFormatException(
            "%s: %s: starts at byte %d, %s (expected: at %d, where the one before ends)"
                .formatted(
                    file, e.getKey(), begin, begin < reached ? "an overlap" : "a hole", reached));
      }
      reached = e.getValue().end;
    }
    if (reached != dataBytes) {
      throw new ModelFormatException(
          "%s: tensors cover %d bytes (expected: all %d after the header)"
              .formatted(file, reached, dataBytes));
    }
  }

  private void expect(@Nullable JsonToken actual, JsonToken expected, String what) {
    if (actual != expected) {
      throw error(
          "%s: %s (expected: %s)".formatted(what, actual == null ? "the end" : actual, expected));
    }
  }

  /** Short enough for a message. */
  private static String clip(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private ModelFormatException error(String message) {
    return new ModelFormatException(file + ": " + message);
  }
}
