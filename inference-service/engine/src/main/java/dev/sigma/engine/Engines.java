package dev.sigma.engine;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.runner.KeyValueFormat;
import dev.sigma.engine.runner.ModelRunner;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.schedule.EngineLoop;
import dev.sigma.engine.text.BpeTokenizer;
import dev.sigma.engine.text.ChatTemplate;
import dev.sigma.engine.text.PrefixChatTemplate;
import dev.sigma.engine.text.Tokenizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens engines. */
public final class Engines {

  private static final Logger log = LoggerFactory.getLogger(Engines.class);

  private Engines() {}

  /**
   * Loads a model, opens the device that was asked for and starts the engine thread. Takes seconds:
   * weights are digested and packed, kernels compiled.
   *
   * @throws dev.sigma.engine.model.ModelFormatException when the model cannot be used
   * @throws dev.sigma.engine.opencl.OpenClException when the device cannot be used; the message
   *     says what can be done. Another device is never taken in its place
   */
  public static Engine open(EngineOptions options) {
    return open(options, geometry -> BlockExchange.NONE);
  }

  /**
   * The same, for an engine that shares K/V with others.
   *
   * @param exchange asked once, when the model and its device are known
   */
  public static Engine open(EngineOptions options, BlockExchange.Source exchange) {
    requireOneLoss(options, exchange);
    ModelDirectory model = ModelDirectory.open(options.modelDirectory());
    try {
      Tokenizer tokenizer =
          BpeTokenizer.read(model.tokenizerFile(), model.config().vocabulary(), model.endTokens());
      ChatTemplate template = PrefixChatTemplate.read(model.tokenizerConfigFile(), tokenizer);
      ModelRunner runner = Runners.open(options, model);
      try {
        return start(options, exchange, model, tokenizer, template, runner);
      } catch (RuntimeException | Error e) {
        runner.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private static void requireOneLoss(EngineOptions options, BlockExchange.Source exchange) {
    String codec = exchange.codec();
    if (!codec.equals(BlockExchange.LOSSLESS) && Runners.keyValues(options) != KeyValueFormat.F32) {
      throw new IllegalArgumentException(
          "SIGMA_CACHE_CODEC: \"%s\" (expected: lossless, where SIGMA_KV_FORMAT=%s: K/V is small already)"
              .formatted(codec, options.keyValues()));
    }
  }

  private static Engine start(
      EngineOptions options,
      BlockExchange.Source exchange,
      ModelDirectory model,
      Tokenizer tokenizer,
      ChatTemplate template,
      ModelRunner runner) {
    int blocksPerValue =
        BlockGeometry.blocksPerValue(runner.keyBlockBytes() + runner.valueBlockBytes());
    String codec = exchange.codec();
    RunnerDescription description =
        codec.equals(BlockExchange.LOSSLESS) ? runner.description() : runner.description().fast();
    byte[] epoch = Epoch.of(model.digest(), runner, description, blocksPerValue, codec);
    BlockGeometry geometry =
        new BlockGeometry(epoch, runner.keyBlockBytes(), runner.valueBlockBytes(), blocksPerValue);
    EngineLoop loop =
        new EngineLoop(
            runner,
            tokenizer,
            geometry,
            exchange.open(geometry),
            new TenantSalts(options.serverKey()),
            options.queueLimit(),
            options.mostRunning());
    LoadedEngine engine =
        new LoadedEngine(
            options.modelName(), model, tokenizer, template, description, codec, epoch, loop);
    log.info(
        "Model {} runs on {} ({}, kernels {}, {}), chosen by SIGMA_DEVICE={}; {} tokens of K/V, {}"
            + " sequences, {} rows a step, epoch {}",
        options.modelName(),
        description.device(),
        description.backend(),
        description.kernelFamily(),
        description.numerics(),
        options.device(),
        options.blocks() * 16,
        options.mostRunning(),
        options.rowsPerStep(),
        engine.epoch().substring(0, 12));
    return engine;
  }
}
