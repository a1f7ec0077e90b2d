package dev.sigma.benchmarks;

import dev.sigma.benchmarks.Prediction.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what an evaluation found: answers to a file, answers and figures to an output. */
final class EvalOutput {
  private final PrintStream out;
  private final boolean json;

  EvalOutput(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Every answer as one JSON object a line. */
  static void write(List<Prediction> predictions, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (Prediction prediction : predictions) {
        writer.write(line(prediction));
        writer.newLine();
      }
    }
  }

  /** Answers that nothing was expected of. */
  void answers(List<Prediction> predictions) {
    for (Prediction p : predictions) {
      out.println(json ? line(p) : p.asked().request() + "\t" + oneLine(p.command()));
    }
  }

  /** Figures; for people, the answers before them. */
  void scores(List<Prediction> predictions, List<Measurement> figures) {
    if (!json) {
      for (Prediction p : predictions) {
        out.println(mark(p.verdict()) + "\t" + p.asked().request() + "\t" + oneLine(p.command()));
      }
    }
    Report report = new Report(out, json);
    figures.forEach(report::add);
  }

  private static String mark(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String line(Prediction p) {
    ObjectNode object =
        JsonMapper.shared()
            .createObjectNode()
            .put("id", p.item().id())
            .put("request", p.asked().request())
            .put("command", p.command());
    if (p.item().turns().size() > 1) {
      object.put("turn", p.turn() + 1);
    }
    p.answer().confidence().ifPresent(confidence -> object.put("confidence", confidence));
    if (!p.answer().alternatives().isEmpty()) {
      ArrayNode others = object.putArray("alternatives");
      p.answer().alternatives().forEach(others::add);
    }
    if (p.verdict() != Verdict.OPEN) {
      object.put("right", p.right());
    }
    if (!p.error().isEmpty()) {
      object.put("error", p.error());
    }
    return JsonMapper.shared().writeValueAsString(object);
  }

  private static String oneLine(String command) {
    return command.replace("\n", "\\n").replace("\t", "\\t");
  }
}
