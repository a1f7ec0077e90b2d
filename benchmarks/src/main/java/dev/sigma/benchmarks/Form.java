package dev.sigma.benchmarks;

import dev.sigma.benchmarks.EvalItem.Turn;
import dev.sigma.benchmarks.sandbox.Fixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The forms that a line of an evaluation file has. Fields that a form does not know are ignored.
 */
enum Form {
  REGEX("\"request\" and \"pattern\"") {
    @Override
    List<Turn> turns(JsonNode line, Path file) {
      return List.of(new Turn(text(line, "request"), "", matches(line)));
    }
  },
  CONTEXT("\"request\", \"context\" and \"pattern\"") {
    @Override
    List<Turn> turns(JsonNode line, Path file) {
      return List.of(new Turn(text(line, "request"), text(line, "context"), matches(line)));
    }
  },
  SESSION("\"turns\" of \"request\" and \"pattern\"") {
    @Override
    List<Turn> turns(JsonNode line, Path file) {
      List<Turn> turns = new ArrayList<>();
      for (JsonNode turn : line.path("turns")) {
        String context = turn.path("context").asString("").strip();
        turns.add(new Turn(text(turn, "request"), context, matches(turn)));
      }
      if (turns.isEmpty()) {
        throw wrong("no turns");
      }
      return List.copyOf(turns);
    }
  },
  CMDGEN("\"nl\" and \"golds\"") {
    @Override
    List<Turn> turns(JsonNode line, Path file) {
      List<String> golds = texts(line, "golds");
      if (golds.isEmpty()) {
        throw wrong("no golds");
      }
      return List.of(new Turn(text(line, "nl"), "", new Expectation.OneOf(golds)));
    }
  },
  EXECUTE("\"nl\", \"cmd\" and \"fs\"") {
    @Override
    List<Turn> turns(JsonNode line, Path file) {
      List<String> golds = new ArrayList<>(List.of(text(line, "cmd")));
      if (!line.path("cmd2").asString("").isBlank()) {
        golds.add(text(line, "cmd2"));
      }
      if (!line.has("fs")) {
        throw wrong("no \"fs\"");
      }
      Fixture fixture = Trees.fixture(line.path("fs").asString(), file);
      return List.of(
          new Turn(text(line, "nl"), "", new Expectation.Runs(fixture, List.copyOf(golds))));
    }
  },
  PAIRS("\"nl\" and \"cmd\"") {
    @Override
    List<Turn> turns(JsonNode line, Path file) {
      List<String> golds = new ArrayList<>(List.of(text(line, "cmd")));
      golds.addAll(texts(line, "alts"));
      return List.of(new Turn(text(line, "nl"), "", new Expectation.Pair(List.copyOf(golds))));
    }
  };

  private final String fields;

  Form(String fields) {
    this.fields = fields;
  }

  /**
   * The form that a line has, by its fields.
   *
   * @throws UsageException where it has none; the message names no file
   */
  static Form of(JsonNode line) {
    if (line.has("turns")) {
      return SESSION;
    }
    if (line.has("pattern")) {
      return line.has("context") ? CONTEXT : REGEX;
    }
    if (line.has("golds")) {
      return CMDGEN;
    }
    if (line.has("cmd")) {
      return line.has("fs") ? EXECUTE : PAIRS;
    }
    throw new UsageException(
        "none of the forms that are known (expected: turns, pattern, golds or cmd)");
  }

  abstract List<Turn> turns(JsonNode line, Path file);

  /**
   * Reads a line.
   *
   * @param otherwise its id where it names none
   * @param file where it stands: what it refers to lies beside that
   * @throws UsageException where it is not of this form; the message names no file
   */
  EvalItem item(JsonNode line, String otherwise, Path file) {
    return new EvalItem(
        line.path("id").asString(otherwise), EvalFiles.group(file), turns(line, file));
  }

  String text(JsonNode line, String field) {
    JsonNode value = line.path(field);
    if (!value.isString() || value.asString().isBlank()) {
      throw wrong("no text \"" + field + "\"");
    }
    return value.asString().strip();
  }

  UsageException wrong(String what) {
    return new UsageException(what + " (expected: " + fields + ")");
  }

  Expectation matches(JsonNode line) {
    return matches(text(line, "pattern"));
  }

  static Expectation matches(String pattern) {
    return new Expectation.Matches(Patterns.compile(pattern));
  }

  List<String> texts(JsonNode line, String field) {
    List<String> texts = new ArrayList<>();
    line.path(field).forEach(value -> texts.add(value.asString("")));
    texts.removeIf(String::isBlank);
    return List.copyOf(texts);
  }
}
