package dev.sigma.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON files of a model: duplicate keys, deep nesting and oversize are errors. */
public final class JsonFile {

  // Names are vocabulary entries as often as keys: a shared table of them would only fill up.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonFile() {}

  /**
   * The object that {@code file} holds.
   *
   * @param maxBytes largest file that is read
   * @throws ModelFormatException when it is missing, too large, not JSON or not an object
   */
  public static JsonNode readObject(Path file, long maxBytes) {
    JsonNode node;
    try {
      long size = Files.size(file);
      if (size > maxBytes) {
        throw new ModelFormatException(
            "%s: %d bytes (expected: at most %d)".formatted(file, size, maxBytes));
      }
      node = MAPPER.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new ModelFormatException("%s: missing (expected: a file)".formatted(file), e);
    } catch (IOException e) {
      throw new ModelFormatException(
          "%s: cannot be read: %s".formatted(file, e.getClass().getSimpleName()), e);
    } catch (JacksonException e) {
      throw new ModelFormatException("%s: not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
    if (!node.isObject()) {
      throw new ModelFormatException("%s: not an object (expected: {...})".formatted(file));
    }
    return node;
  }

  /** A parser with the same rules, for what is too large for a tree. */
  static JsonParser parser(byte[] json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }
}
