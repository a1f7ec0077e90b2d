package dev.sigma.worker.engine;

import dev.sigma.engine.Engine;
import dev.sigma.engine.EngineStatistics;
import dev.sigma.engine.runner.StepPlan;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The engine's gauges and counters (docs/contracts.md), read when scraped. */
@Component
class EngineMetrics implements MeterBinder {

  private final EngineHolder engines;

  EngineMetrics(EngineHolder engines) {
    this.engines = engines;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "sigma.requests.waiting", Tags.empty(), EngineStatistics::waiting);
    gauge(registry, "sigma.requests.running", Tags.empty(), EngineStatistics::running);
    gauge(
        registry,
        "sigma.kv.cache.usage.ratio",
        Tags.empty(),
        s -> (double) s.blocksInUse() / Math.max(1, s.blocks()));
    gauge(registry, "sigma.kv.blocks", Tags.of("state", "total"), EngineStatistics::blocks);
    gauge(registry, "sigma.kv.blocks", Tags.of("state", "used"), EngineStatistics::blocksInUse);
    gauge(registry, "sigma.kv.blocks", Tags.of("state", "cached"), EngineStatistics::blocksCached);
    counter(registry, "sigma.prompt.tokens", Tags.empty(), EngineStatistics::promptTokens);
    counter(
        registry,
        "sigma.prompt.tokens.cached",
        Tags.of("source", "local"),
        s -> s.cachedTokens() - s.remoteTokens());
    counter(
        registry,
        "sigma.prompt.tokens.cached",
        Tags.of("source", "remote"),
        EngineStatistics::remoteTokens);
    counter(registry, "sigma.completion.tokens", Tags.empty(), EngineStatistics::completionTokens);
    counter(registry, "sigma.steps", Tags.empty(), EngineStatistics::steps);
    counter(registry, "sigma.preemptions", Tags.empty(), EngineStatistics::preemptions);
    MultiGauge info = MultiGauge.builder("sigma.engine.info").register(registry);
    MultiGauge cache = MultiGauge.builder("sigma.cache.config.info").register(registry);
    engines.whenLoaded(
        engine -> {
          info.register(List.of(MultiGauge.Row.of(describe(engine), () -> 1)));
          Tags sizes =
              Tags.of(
                  "block_size",
                  Integer.toString(StepPlan.BLOCK_TOKENS),
                  "num_blocks",
                  Integer.toString(engine.statistics().blocks()));
          cache.register(List.of(MultiGauge.Row.of(sizes, () -> 1)));
        });
  }

  private static Tags describe(Engine engine) {
    var runner = engine.runner();
    return Tags.of(
        "backend", runner.backend(),
        "device", runner.device(),
        "kernel_family", runner.kernelFamily(),
        "numerics", runner.numerics().name().toLowerCase(Locale.ROOT),
        "codec", engine.codec(),
        "model", engine.modelName(),
        "epoch", engine.epoch());
  }

  private void gauge(
      MeterRegistry registry, String name, Tags tags, ToDoubleFunction<EngineStatistics> value) {
    Gauge.builder(name, engines, e -> read(e, value)).tags(tags).register(registry);
  }

  private void counter(
      MeterRegistry registry, String name, Tags tags, ToDoubleFunction<EngineStatistics> value) {
    FunctionCounter.builder(name, engines, e -> read(e, value)).tags(tags).register(registry);
  }

  private static double read(EngineHolder engines, ToDoubleFunction<EngineStatistics> value) {
    return engines.loaded().map(Engine::statistics).map(value::applyAsDouble).orElse(0.0);
  }
}
