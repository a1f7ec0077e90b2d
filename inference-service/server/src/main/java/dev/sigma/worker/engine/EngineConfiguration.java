package dev.sigma.worker.engine;

import dev.sigma.edge.identity.InternalTokenSettings;
import dev.sigma.engine.EngineOptions;
import dev.sigma.engine.Engines;
import dev.sigma.engine.kv.BlockExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real engine, as the worker's settings want it. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  EngineSource engineSource(
      WorkerSettings settings, InternalTokenSettings internal, BlockExchange.Source exchange) {
    return () ->
        Engines.open(
            new EngineOptions(
                settings.modelDir(),
                settings.offeredName(),
                settings.device(),
                settings.kernels(),
                settings.numerics(),
                settings.kvFormat(),
                settings.kvTokens(),
                settings.queueLimit(),
                EngineOptions.DEFAULT_RUNNING,
                EngineOptions.DEFAULT_ROWS,
                settings.kernelCache(),
                internal.derive("tenant salts")),
            exchange);
  }
}
