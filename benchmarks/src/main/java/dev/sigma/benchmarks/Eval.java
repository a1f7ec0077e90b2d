package dev.sigma.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./sigma eval}: asks every request of a file and prints or scores the commands. */
final class Eval {
  static final String HELP =
      """
      Usage: ./sigma eval --requests FILE | --regex FILE.tsv | --pairs FILE.jsonl [OPTIONS]

        --requests FILE     asks the first column of each line; prints request TAB command
        --regex FILE.tsv    request TAB pattern; a command is right where the whole of it matches
        --pairs FILE.jsonl  objects with "nl", "cmd" and optionally "alts"; right where it equals one of
                            them after normalisation (white space outside quotes, a closing semicolon)
        --predictions OUT   also writes one JSON object for each request
        --json              results as JSON, one object a line
        --limit N           the first N requests only
        --parallel N        requests at a time (2)
        --endpoint URL --model NAME [--key K] [--system TEXT]
                            asks any server with OpenAI's /v1/chat/completions instead of the gateway
      """;
  private static final Set<String> FLAGS = Set.of("--json", "--help");
  private static final Set<String> SOURCES = Set.of("--requests", "--regex", "--pairs");
  private static final Set<String> NAMED =
      Set.of(
          "--requests",
          "--regex",
          "--pairs",
          "--predictions",
          "--limit",
          "--parallel",
          "--endpoint",
          "--model",
          "--key",
          "--system");
  private static final int PROGRESS_EVERY = 50;

  private final CommandSource source;
  private final int parallel;

  private Eval(CommandSource source, int parallel) {
    this.source = source;
    this.parallel = parallel;
  }

  static int run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    Options options = Options.parse(arguments, FLAGS, NAMED);
    if (options.has("--help")) {
      out.print(HELP);
      return 0;
    }
    List<EvalItem> items = items(options);
    List<Prediction> predictions;
    if (options.has("--endpoint")) {
      try (ChatEndpoint endpoint =
          new ChatEndpoint(
              options.get("--endpoint").orElseThrow(),
              options
                  .get("--model")
                  .orElseThrow(() -> new UsageException("--endpoint wants --model")),
              options.get("--key").orElse(""),
              options.get("--system").orElse(ChatEndpoint.INSTRUCTION))) {
        predictions = new Eval(endpoint, options.positive("--parallel", 2)).ask(items);
      }
    } else {
      try (Gateway gateway = Gateway.of(environment)) {
        predictions = new Eval(gateway, options.positive("--parallel", 2)).ask(items);
      }
    }
    if (options.has("--predictions")) {
      write(predictions, Path.of(options.get("--predictions").orElseThrow()));
    }
    print(predictions, options, out);
    return predictions.stream().allMatch(p -> p.error().isEmpty()) ? 0 : 1;
  }

  private static List<EvalItem> items(Options options) throws IOException {
    List<String> named = SOURCES.stream().filter(options::has).toList();
    if (named.size() != 1) {
      throw new UsageException("eval: " + named + " (expected: one of " + SOURCES + ")");
    }
    String kind = named.getFirst();
    Path file = Path.of(options.get(kind).orElseThrow());
    List<EvalItem> items =
        switch (kind) {
          case "--regex" -> EvalItem.regexes(file);
          case "--pairs" -> EvalItem.pairs(file);
          default -> EvalItem.requests(file);
        };
    if (items.isEmpty()) {
      throw new UsageException(file + " holds no requests (expected: one a line)");
    }
    return items.subList(0, Math.min(items.size(), options.positive("--limit", items.size())));
  }

  /** Predictions in the order of the items. A server that cannot be reached ends the evaluation. */
  private List<Prediction> ask(List<EvalItem> items) throws IOException, InterruptedException {
    List<Prediction> predictions = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(parallel)) {
      List<Future<Prediction>> running = new ArrayList<>();
      for (EvalItem item : items) {
        running.add(executor.submit(() -> ask(item)));
      }
      try {
        for (Future<Prediction> prediction : running) {
          predictions.add(prediction.get());
          if (predictions.size() % PROGRESS_EVERY == 0) {
            System.err.println("  " + predictions.size() + " of " + items.size() + " asked");
          }
        }
      } catch (ExecutionException e) {
        executor.shutdownNow();
        throw new IOException(e.getCause());
      }
    }
    return predictions;
  }

  private Prediction ask(EvalItem item) throws IOException, InterruptedException {
    try {
      return new Prediction(item, source.command(item.request()), "");
    } catch (AnswerException e) {
      System.err.println("sigma: " + item.request() + ": " + e.getMessage());
      return new Prediction(item, "", String.valueOf(e.getMessage()));
    }
  }

  private static void print(List<Prediction> predictions, Options options, PrintStream out) {
    boolean json = options.has("--json");
    boolean scored = !options.has("--requests");
    if (!scored || !json) {
      for (Prediction p : predictions) {
        String mark = scored ? (p.right() ? "right\t" : "wrong\t") : "";
        out.println(
            json
                ? JsonMapper.shared().writeValueAsString(object(p))
                : mark + p.item().request() + "\t" + oneLine(p.command()));
      }
    }
    if (scored) {
      Report report = new Report(out, json);
      String metric = options.has("--regex") ? "regex_accuracy" : "exact_match";
      report.add(rate(metric, predictions, Prediction::right));
      if (options.has("--pairs")) {
        report.add(rate("right_utility", predictions, Prediction::rightUtility));
      }
    }
  }

  private static Measurement rate(
      String metric, List<Prediction> predictions, Predicate<Prediction> counted) {
    long hits = predictions.stream().filter(counted).count();
    int n = predictions.size();
    double value = (double) hits / n;
    return new Measurement(
        "eval", metric, value, "ratio", n, value, value, Map.of("right", hits, "of", n));
  }

  private static void write(List<Prediction> predictions, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (Prediction p : predictions) {
        writer.write(JsonMapper.shared().writeValueAsString(object(p)));
        writer.newLine();
      }
    }
  }

  private static ObjectNode object(Prediction p) {
    ObjectNode object =
        JsonMapper.shared()
            .createObjectNode()
            .put("request", p.item().request())
            .put("command", p.command());
    if (!(p.item().expectation() instanceof EvalItem.Anything)) {
      object.put("right", p.right());
    }
    return p.error().isEmpty() ? object : object.put("error", p.error());
  }

  private static String oneLine(String command) {
    return command.replace("\n", "\\n").replace("\t", "\\t");
  }
}
