package dev.sigma.engine;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.schedule.EngineLoop;
import dev.sigma.engine.schedule.Generation;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationRequest;
import dev.sigma.engine.schedule.LoopStatistics;
import dev.sigma.engine.text.ChatTemplate;
import dev.sigma.engine.text.Tokenizer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/** The engine that {@link Engines} opens: a model's files, and the loop that runs it. */
final class LoadedEngine implements Engine {

  private final String modelName;
  private final ModelDirectory model;
  private final Tokenizer tokenizer;
  private final ChatTemplate template;
  private final RunnerDescription runner;
  private final String codec;
  private final String epoch;
  private final EngineLoop loop;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedEngine(
      String modelName,
      ModelDirectory model,
      Tokenizer tokenizer,
      ChatTemplate template,
      RunnerDescription runner,
      String codec,
      byte[] epoch,
      EngineLoop loop) {
    this.modelName = modelName;
    this.model = model;
    this.tokenizer = tokenizer;
    this.template = template;
    this.runner = runner;
    this.codec = codec;
    this.epoch = HexFormat.of().formatHex(epoch);
    this.loop = loop;
  }

  @Override
  public String modelName() {
    return modelName;
  }

  @Override
  public ModelConfig config() {
    return model.config();
  }

  @Override
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  @Override
  public ChatTemplate chatTemplate() {
    return template;
  }

  @Override
  public RunnerDescription runner() {
    return runner;
  }

  @Override
  public String codec() {
    return codec;
  }

  @Override
  public String epoch() {
    return epoch;
  }

  @Override
  public Generation submit(GenerationRequest request, GenerationListener listener) {
    return loop.submit(request, listener);
  }

  @Override
  public EngineStatistics statistics() {
    LoopStatistics now = loop.statistics();
    return new EngineStatistics(
        now.failure(),
        now.waiting(),
        now.running(),
        now.blocks(),
        now.blocksInUse(),
        now.blocksCached(),
        now.steps(),
        now.promptTokens(),
        now.cachedTokens(),
        now.remoteTokens(),
        now.completionTokens(),
        now.preemptions());
  }

  @Override
  public void drain(Duration patience) throws InterruptedException {
    loop.drain(patience);
  }

  @Override
  public void close() {
    loop.close();
    if (closed.compareAndSet(false, true)) {
      model.close(); // last: a runner may read the mapped weights
    }
  }
}
