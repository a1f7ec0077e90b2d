package dev.sigma.benchmarks.cpu;

import com.sun.management.ThreadMXBean;
import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.model.ModelDirectory;
import dev.sigma.engine.opencl.DeviceChoice;
import dev.sigma.engine.runner.NumericsMode;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.opencl.KernelChoice;
import dev.sigma.engine.runner.opencl.OpenClRunner;
import dev.sigma.engine.runner.opencl.RunnerOptions;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.EngineLoop;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationRequest;
import dev.sigma.engine.text.BpeTokenizer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engine's loop with all that belongs to it, over a runner that says how long the device had.
 */
final class LoopSteps implements Peer {

  private static final int ROWS = 256;
  private static final int SEQUENCES = 16;
  private static final int TABLE = 64;
  private static final int QUEUE = 64;
  private static final long PATIENCE_SECONDS = 120;

  /** As a chat would sample. */
  private static final SamplingParameters SAMPLED =
      new SamplingParameters(0.7f, 0, 0.95f, 0, 0, 0, 1);

  private final OpenClRunner runner;
  private final EngineLoop loop;

  private LoopSteps(OpenClRunner runner, EngineLoop loop) {
    this.runner = runner;
    this.loop = loop;
  }

  /**
   * @param model a model directory
   * @param kernelCache folder for compiled kernels
   */
  static LoopSteps open(Path model, Path kernelCache) {
    try (ModelDirectory directory = ModelDirectory.open(model)) {
      BpeTokenizer tokenizer =
          BpeTokenizer.read(
              directory.tokenizerFile(), directory.config().vocabulary(), directory.endTokens());
      OpenClRunner runner =
          OpenClRunner.open(
              directory.config(),
              directory.weights(),
              new RunnerOptions(
                  new DeviceChoice.Auto(), KernelChoice.AUTO, NumericsMode.EXACT, kernelCache),
              new StepLimits(ROWS, SEQUENCES, SEQUENCES, TABLE),
              SEQUENCES * TABLE);
      BlockGeometry geometry =
          new BlockGeometry(new byte[32], runner.keyBlockBytes(), runner.valueBlockBytes(), 1);
      return new LoopSteps(
          runner,
          new EngineLoop(
              runner,
              tokenizer,
              geometry,
              BlockExchange.NONE,
              new TenantSalts(new byte[TenantSalts.SHORTEST_KEY]),
              QUEUE,
              SEQUENCES));
    }
  }

  @Override
  public String description() {
    return runner.description().toString();
  }

  /** Values: those of {@link StepCost}, of steps in which all streams decode. */
  @Override
  public PeerReply answer(PeerRequest request) {
    SamplingParameters sampling =
        switch (request.action()) {
          case STEPS -> SamplingParameters.GREEDY;
          case SAMPLED_STEPS -> SAMPLED;
          default -> throw new IllegalArgumentException("action: " + request.action());
        };
    int streams = request.prompts().length;
    CountDownLatch ended = new CountDownLatch(streams);
    Stream last = new Stream(ended, request.count());
    for (int i = 0; i < streams; i++) {
      loop.submit(
          new GenerationRequest(
              "bench", request.prompts()[i], request.count(), sampling, List.of(), 0),
          i == streams - 1 ? last : new Stream(ended, request.count()));
    }
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return PeerReply.of(last.cost().values());
  }

  @Override
  public void close() {
    loop.close();
  }

  /** Reads clocks at two of its tokens, on the engine's thread: between them lie whole steps. */
  private final class Stream implements GenerationListener {

    private final CountDownLatch ended;
    private final int from;
    private final int to;
    private int tokens;
    private long nanos;
    private long deviceNanos;
    private long allocated;
    private volatile @Nullable StepCost cost;

    /**
     * @param count of its tokens: the middle half is measured, in which all streams decode
     */
    Stream(CountDownLatch ended, int count) {
      this.ended = ended;
      from = count / 4;
      to = count / 4 * 3;
    }

    @Override
    public void onToken(GeneratedToken token) {
      tokens++;
      if (tokens == from) {
        nanos = System.nanoTime();
        deviceNanos = runner.deviceNanos();
        allocated = allocatedHere();
      } else if (tokens == to) {
        cost =
            StepCost.of(
                to - from,
                System.nanoTime() - nanos,
                runner.deviceNanos() - deviceNanos,
                allocatedHere() - allocated);
      }
    }

    @Override
    public void onFinished(FinishReason reason, GenerationUsage usage) {
      ended.countDown();
    }

    @Override
    public void onFailed(RuntimeException cause) {
      ended.countDown();
    }

    /** Once all have ended. */
    StepCost cost() {
      StepCost measured = cost;
      if (measured == null) {
        throw new IllegalStateException(
            "a stream ended after %d tokens (expected: %d)".formatted(tokens, to));
      }
      return measured;
    }
  }

  private static long allocatedHere() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
