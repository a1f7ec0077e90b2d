package dev.sigma.engine.model;

import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * All tensors of a model directory: those of {@code model.safetensors}, or where there is none
 * those that {@code model.safetensors.index.json} names, from the files that it names.
 */
final class Checkpoint {

  static final String SINGLE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private static final long MAX_INDEX_BYTES = 64L << 20;
  private static final int MAX_FILES = 1024;

  /** A name, never a path: an index must not reach outside its directory. */
  private static final Pattern FILE_NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}\\.safetensors");

  private final Map<String, SafetensorsFile> fileOfTensor;

  private Checkpoint(Map<String, SafetensorsFile> fileOfTensor) {
    this.fileOfTensor = fileOfTensor;
  }

  /**
   * Maps the weights in {@code directory}.
   *
   * @param arena unmaps them when closed
   */
  static Checkpoint open(Path directory, Arena arena) {
    Map<String, SafetensorsFile> fileOfTensor = new HashMap<>();
    if (Files.exists(directory.resolve(SINGLE))) {
      SafetensorsFile file = SafetensorsFile.open(directory.resolve(SINGLE), arena);
      file.names().forEach(name -> fileOfTensor.put(name, file));
      return new Checkpoint(fileOfTensor);
    }
    Map<String, SafetensorsFile> opened = new HashMap<>();
    for (Map.Entry<String, String> entry : weightMap(directory).entrySet()) {
      SafetensorsFile file = opened.get(entry.getValue());
      if (file == null) {
        file = SafetensorsFile.open(directory.resolve(entry.getValue()), arena);
        opened.put(entry.getValue(), file);
      }
      if (!file.names().contains(entry.getKey())) {
        throw new ModelFormatException(
            "%s: %s: not in %s (expected: there, as the index says)"
                .formatted(INDEX, entry.getKey(), entry.getValue()));
      }
      fileOfTensor.put(entry.getKey(), file);
    }
    return new Checkpoint(fileOfTensor);
  }

  /** Names of the weight files in {@code directory}, the index included, in a fixed order. */
  static Set<String> fileNames(Path directory) {
    if (Files.exists(directory.resolve(SINGLE))) {
      return Set.of(SINGLE);
    }
    Map<String, Boolean> names = new TreeMap<>();
    names.put(INDEX, true);
    weightMap(directory).values().forEach(name -> names.put(name, true));
    return names.keySet();
  }

  private static Map<String, String> weightMap(Path directory) {
    if (!Files.exists(directory.resolve(INDEX))) {
      throw new ModelFormatException(
          "%s: no weights (expected: %s or %s)".formatted(directory, SINGLE, INDEX));
    }
    JsonNode map =
        JsonFile.readObject(directory.resolve(INDEX), MAX_INDEX_BYTES).path("weight_map");
    if (!map.isObject()) {
      throw new ModelFormatException(INDEX + ": weight_map missing (expected: an object)");
    }
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      String file = entry.getValue().isString() ? entry.getValue().stringValue() : "";
      if (!FILE_NAME.matcher(file).matches()) {
        throw new ModelFormatException(
            "%s: %s: file %s (expected: the plain name of a .safetensors file beside it)"
                .formatted(INDEX, entry.getKey(), entry.getValue()));
      }
      files.put(entry.getKey(), file);
    }
    long distinct = files.values().stream().distinct().count();
    if (distinct > MAX_FILES) {
      throw new ModelFormatException(
          "%s: %d files (expected: at most %d)".formatted(INDEX, distinct, MAX_FILES));
    }
    return files;
  }

  Set<String> names() {
    return fileOfTensor.keySet();
  }

  Optional<Tensor> find(String name) {
    return Optional.ofNullable(fileOfTensor.get(name)).flatMap(file -> file.find(name));
  }
}
