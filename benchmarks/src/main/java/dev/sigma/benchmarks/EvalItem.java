package dev.sigma.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request, and what makes a command right for it. */
record EvalItem(String request, Expectation expectation) {

  sealed interface Expectation {}

  /** Nothing is expected: the command is only printed. */
  record Anything() implements Expectation {}

  /** The whole command matches. */
  record Matches(Pattern pattern) implements Expectation {}

  /** The command equals one of these after normalisation. */
  record OneOf(List<String> commands) implements Expectation {}

  static List<EvalItem> requests(Path file) throws IOException {
    List<EvalItem> items = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String request = line.split("\t", 2)[0].strip();
      if (!request.isEmpty()) {
        items.add(new EvalItem(request, new Anything()));
      }
    }
    return items;
  }

  static List<EvalItem> regexes(Path file) throws IOException {
    List<EvalItem> items = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] columns = line.split("\t", 2);
      if (columns.length != 2) {
        throw new UsageException(at(file, number) + "no tab (expected: request TAB pattern)");
      }
      try {
        items.add(new EvalItem(columns[0].strip(), new Matches(Pattern.compile(columns[1]))));
      } catch (PatternSyntaxException e) {
        throw new UsageException(at(file, number) + e.getMessage(), e);
      }
    }
    return items;
  }

  static List<EvalItem> pairs(Path file) throws IOException {
    List<EvalItem> items = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode pair = parse(line, at(file, number));
      if (!pair.path("nl").isString() || !pair.path("cmd").isString()) {
        throw new UsageException(at(file, number) + "expected: texts \"nl\" and \"cmd\"");
      }
      List<String> commands = new ArrayList<>();
      commands.add(pair.path("cmd").asString());
      pair.path("alts").forEach(other -> commands.add(other.asString()));
      items.add(new EvalItem(pair.path("nl").asString(), new OneOf(List.copyOf(commands))));
    }
    return items;
  }

  private static JsonNode parse(String line, String where) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new UsageException(where + "not JSON", e);
    }
  }

  private static String at(Path file, int line) {
    return file + ":" + line + ": ";
  }
}
