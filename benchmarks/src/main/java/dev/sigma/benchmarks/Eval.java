package dev.sigma.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./sigma eval}: asks every request of a file and prints or scores the commands. */
final class Eval {
  static final String HELP =
      """
      Usage: ./sigma eval SET [OPTIONS], where SET is one of

        --requests FILE     asks the first column of each line; prints request TAB command
        --regex FILE        request TAB pattern; in FILE.jsonl objects with "request" and "pattern". A
                            command is right where the whole of it matches: regex_match
        --sessions FILE.jsonl
                            objects with "turns" of "request" and "pattern", asked in order as one
                            conversation: followup is the share of right ones after the first
        --cmdgen FILE.jsonl ... or a folder of cmdgen-*.jsonl
                            objects with "nl" and "golds"; right where it equals one of them after
                            normalisation: a metric for each file, such as cmdgen_nvidia
        --context FILE.jsonl
                            objects with "request", "context" and "pattern": context
        --execute FILE.jsonl
                            objects with "nl", "cmd", "cmd2" and "fs": runs the answer and both commands,
                            each in a sandbox with execution/fs_N.tar.gz unpacked, and compares what
                            they print and change: execution. Needs bubblewrap
        --pairs FILE.jsonl  objects with "nl", "cmd" and optionally "alts": utility, template, exact,
                            exact_normalised, nlc2cmd_top1, nlc2cmd_best5, parse_rate, slot_copy
          --top1            asks for no alternatives: faster, and without nlc2cmd_best5
        --calibration FILE ...
                            any of these forms: fits a threshold (the most answers, 90 % of them right)
                            and a map from the gateway's confidence to a probability on one half of the
                            items, and measures on the other: ece, precision_above_threshold,
                            answered_share

        --predictions OUT   also writes every answer as one JSON object a line
        --json              results as JSON, one object a line
        --limit N           the first N items only
        --parallel N        items at a time (2)
        --endpoint URL --model NAME [--key K] [--system TEXT]
                            asks any server with OpenAI's /v1/chat/completions instead of the gateway
      """;
  private static final Set<String> FLAGS = Set.of("--json", "--top1", "--help");
  private static final Set<String> NAMED =
      Set.of(
          "--requests",
          "--regex",
          "--pairs",
          "--sessions",
          "--context",
          "--execute",
          "--predictions",
          "--limit",
          "--parallel",
          "--endpoint",
          "--model",
          "--key",
          "--system");
  private static final Set<String> LISTED = Set.of("--cmdgen", "--calibration");

  private Eval() {}

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    Options options = Options.parse(arguments, FLAGS, NAMED, LISTED);
    if (options.has("--help")) {
      out.print(HELP);
      return 0;
    }
    EvalMode mode = EvalMode.of(options);
    List<EvalItem> items = items(mode, options);
    boolean runs =
        items.stream()
            .flatMap(item -> item.turns().stream())
            .anyMatch(turn -> turn.expectation() instanceof Expectation.Runs);
    Judge judge = new Judge(runs ? Optional.of(Execution.inSandbox()) : Optional.empty());
    List<Prediction> predictions;
    try (CommandSource source = source(options, environment)) {
      predictions =
          new Asking(source, judge, options.has("--top1") ? 0 : mode.alternatives())
              .all(items, options.positive("--parallel", 2));
    }
    if (options.has("--predictions")) {
      EvalOutput.write(predictions, Path.of(options.get("--predictions").orElseThrow()));
    }
    EvalOutput output = new EvalOutput(out, options.has("--json"));
    if (mode == EvalMode.REQUESTS) {
      output.answers(predictions);
    } else {
      output.scores(predictions, mode.figures(predictions));
    }
    return predictions.stream().allMatch(p -> p.error().isEmpty()) ? 0 : 1;
  }

  private static List<EvalItem> items(EvalMode mode, Options options) throws IOException {
    if (mode == EvalMode.CALIBRATION && options.has("--endpoint")) {
      throw new UsageException(
          "--calibration with --endpoint (expected: the gateway's confidence)");
    }
    List<Path> files = options.all(mode.option()).stream().map(Path::of).toList();
    List<EvalItem> items = mode.items(files);
    if (items.isEmpty()) {
      throw new UsageException("no requests in " + files + " (expected: one a line)");
    }
    return items.subList(0, Math.min(items.size(), options.positive("--limit", items.size())));
  }

  private static CommandSource source(Options options, Map<String, String> environment) {
    if (!options.has("--endpoint")) {
      return Gateway.of(environment);
    }
    return new ChatEndpoint(
        options.get("--endpoint").orElseThrow(),
        options.get("--model").orElseThrow(() -> new UsageException("--endpoint wants --model")),
        options.get("--key").orElse(""),
        options.get("--system").orElse(ChatEndpoint.INSTRUCTION));
  }
}
