package dev.sigma.benchmarks;

import dev.sigma.benchmarks.EvalItem.Turn;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads evaluation files; what is wrong in one is said with its line. */
final class EvalFiles {
  private EvalFiles() {}

  /** The first column of each line. */
  static List<EvalItem> requests(Path file) throws IOException {
    return lines(
        file,
        (line, id) -> {
          String request = line.split("\t", 2)[0].strip();
          return request.isEmpty()
              ? Optional.empty()
              : Optional.of(single(id, file, request, new Expectation.Anything()));
        });
  }

  /** {@code request TAB pattern}, or JSON where the file's name ends in {@code .jsonl}. */
  static List<EvalItem> patterns(Path file) throws IOException {
    if (isJson(file)) {
      return objects(file, Form.REGEX);
    }
    return lines(
        file,
        (line, id) -> {
          String[] columns = line.split("\t", 2);
          if (columns.length != 2) {
            throw new UsageException("no tab (expected: request TAB pattern)");
          }
          return Optional.of(single(id, file, columns[0].strip(), Form.matches(columns[1])));
        });
  }

  /** One JSON object a line, all of one form. */
  static List<EvalItem> objects(Path file, Form form) throws IOException {
    return lines(file, (line, id) -> Optional.of(form.item(object(line), id, file)));
  }

  /** JSON objects of any form, or lines {@code request TAB pattern}. */
  static List<EvalItem> anyForm(Path file) throws IOException {
    if (!isJson(file)) {
      return patterns(file);
    }
    return lines(
        file,
        (line, id) -> {
          JsonNode object = object(line);
          return Optional.of(Form.of(object).item(object, id, file));
        });
  }

  /**
   * The files of that name in a folder; a file is itself.
   *
   * @param glob a pattern of {@link java.nio.file.FileSystem#getPathMatcher}
   */
  static List<Path> within(Path fileOrFolder, String glob) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(fileOrFolder, glob)) {
      found.forEach(files::add);
    }
    if (files.isEmpty()) {
      throw new UsageException(fileOrFolder + " holds no such file (expected: " + glob + ")");
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static boolean isJson(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
  }

  private static EvalItem single(String id, Path file, String request, Expectation expectation) {
    return new EvalItem(id, group(file), List.of(new Turn(request, "", expectation)));
  }

  /** Reads a line that is not blank; its second argument is its number. */
  private static List<EvalItem> lines(
      Path file, BiFunction<String, String, Optional<EvalItem>> reader) throws IOException {
    List<EvalItem> items = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        reader.apply(line, Integer.toString(number)).ifPresent(items::add);
      } catch (UsageException e) {
        throw new UsageException(file + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return items;
  }

  private static JsonNode object(String line) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new UsageException("not JSON", e);
    }
  }

  static String group(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
