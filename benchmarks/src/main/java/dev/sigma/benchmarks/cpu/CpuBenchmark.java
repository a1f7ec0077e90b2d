package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./sigma bench cpu}: measures and prints as it goes. */
public final class CpuBenchmark {

  private static final String OURS = "sigma";
  private static final String SMALL = "52m";
  private static final int STREAMS = 16;

  private final CpuSettings settings;
  private final PrintStream out;
  private final List<CpuFigure> figures = new ArrayList<>();
  private final Map<String, String> descriptions = new LinkedHashMap<>();

  public CpuBenchmark(CpuSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs all that was asked for. */
  public List<CpuFigure> run() throws IOException, InterruptedException {
    for (String name : settings.shapes()) {
      ModelShape shape = ModelShape.named(name);
      ModelFiles.prepare(settings.folder(), shape);
      try (Contenders contenders = Contenders.start(settings, shape)) {
        measure(shape, contenders);
      }
      if (!settings.quick() && name.equals(SMALL) && settings.contenders().contains(OURS)) {
        add(ExactCost.measure(settings, shape));
        add(Interference.measure(settings, shape));
        add(JavaShare.measure(settings, shape));
        add(Readiness.measure(settings, shape));
      }
    }
    return figures;
  }

  /** What each contender that ran says of itself. */
  public Map<String, String> contenders() {
    return descriptions;
  }

  private void measure(ModelShape shape, Contenders contenders)
      throws IOException, InterruptedException {
    for (Ways each : contenders.ways()) {
      descriptions.put(each.name(), each.description());
      say("%s %s: %s", shape.name(), each.name(), each.description());
    }
    Rates decode = duel(shape, Workload.decode(shape), contenders.ways());
    Rates prefill = duel(shape, Workload.prefill(shape), contenders.ways());
    Perplexity.of(shape, contenders.ways(), contenders.reference()).forEach(this::add);
    if (settings.quick()) {
      return;
    }
    if (decode.contender().equals(OURS)) {
      Shares.of(shape, decode.median(), prefill.median()).forEach(this::add);
    }
    if (shape.name().equals(SMALL)) {
      duel(shape, Workload.throughput(shape, STREAMS), contenders.thatBatch());
    }
  }

  /** Returns what the first contender reached. */
  private Rates duel(ModelShape shape, Workload workload, List<Ways> contenders)
      throws IOException, InterruptedException {
    List<Rates> all = Duel.run(workload, contenders, settings.pairs());
    Rates first = all.getFirst();
    all.forEach(rates -> rate(shape, workload, rates));
    for (Rates other : all.subList(1, all.size())) {
      double[] ratios = first.over(other);
      add(
          "%s_vs_%s_%s"
              .formatted(workload.name(), Ways.metricName(other.contender()), shape.name()),
          Rates.median(ratios),
          "ratio",
          Map.of("pairs", Arrays.stream(ratios).boxed().toList()));
    }
    return first;
  }

  private void rate(ModelShape shape, Workload workload, Rates rates) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("pairs", Arrays.stream(rates.values()).boxed().toList());
    if (rates.threads() > 0) {
      detail.put("threads", rates.threads());
    }
    add(
        "%s_%s_%s".formatted(workload.name(), Ways.metricName(rates.contender()), shape.name()),
        rates.median(),
        "tokens/s",
        detail);
  }

  private void add(String metric, double value, String unit, Map<String, Object> detail) {
    add(new CpuFigure(metric, value, unit, detail));
  }

  private void add(CpuFigure figure) {
    figures.add(figure);
    StringBuilder text = new StringBuilder();
    figure
        .detail()
        .forEach((name, value) -> text.append("  ").append(name).append(' ').append(shown(value)));
    say("%-34s %10.3f %s%s", figure.metric(), figure.value(), figure.unit(), text);
  }

  private static String shown(Object value) {
    if (value instanceof List<?> list) {
      return String.join(" ", list.stream().map(CpuBenchmark::shown).toList());
    }
    return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : "" + value;
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
