package dev.sigma.benchmarks.cpu;

import dev.sigma.engine.Engine;
import dev.sigma.engine.EngineOptions;
import dev.sigma.engine.Engines;
import dev.sigma.engine.sampling.SamplingParameters;
import dev.sigma.engine.schedule.Generation;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole engine, with its scheduler: how long streams wait for their next tokens, and how much
 * longer while a long prompt is computed beside them.
 */
final class EngineStreams implements Peer {

  private static final int KV_TOKENS = 24 * 1024;
  private static final int QUEUE = 64;
  private static final int STREAM_TOKENS = 1024;
  private static final int TOKENS_BEFORE = 80;
  private static final long PATIENCE_SECONDS = 120;

  private final Engine engine;

  private EngineStreams(Engine engine) {
    this.engine = engine;
  }

  /**
   * @param model a model directory
   * @param kernelCache folder for compiled kernels
   */
  static EngineStreams open(Path model, Path kernelCache) {
    return new EngineStreams(
        Engines.open(
            new EngineOptions(
                model,
                "bench",
                "auto",
                "auto",
                "exact",
                "f32",
                KV_TOKENS,
                QUEUE,
                EngineOptions.DEFAULT_RUNNING,
                EngineOptions.DEFAULT_ROWS,
                kernelCache,
                new byte[32])));
  }

  @Override
  public String description() {
    return engine.runner().toString();
  }

  /**
   * Runs all prompts but the last as streams, then again with the last one beside them.
   *
   * @return values: seconds between tokens of a stream, p50 and p99 while the last prompt is
   *     computed, and before them those of the same tokens without it; seconds: until its first
   *     token
   */
  @Override
  public PeerReply answer(PeerRequest request) {
    try {
      return measure(request.prompts());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private PeerReply measure(int[][] prompts) throws InterruptedException {
    List<Stream> alone = new ArrayList<>();
    start(prompts, alone);
    for (Stream stream : alone) {
      stream.awaitEnd();
    }
    List<Stream> streams = new ArrayList<>();
    List<Generation> running = start(prompts, streams);
    for (Stream stream : streams) {
      stream.await();
    }
    Stream late = new Stream(1);
    long from = System.nanoTime();
    engine.submit(greedy(prompts[prompts.length - 1], 1), late);
    late.await();
    long to = System.nanoTime();
    running.forEach(Generation::cancel);
    List<Double> quiet = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      streams.get(i).awaitEnd();
      int first = streams.get(i).tokensBefore(from);
      int end = streams.get(i).tokensBefore(to);
      busy.addAll(streams.get(i).gaps(first, end));
      quiet.addAll(alone.get(i).gaps(first, end));
    }
    List<Double> values =
        List.of(
            Rates.percentile(quiet, 50),
            Rates.percentile(quiet, 99),
            Rates.percentile(busy, 50),
            Rates.percentile(busy, 99));
    return new PeerReply("", (to - from) / 1e9, values, "");
  }

  private List<Generation> start(int[][] prompts, List<Stream> streams) {
    List<Generation> running = new ArrayList<>();
    for (int i = 0; i < prompts.length - 1; i++) {
      Stream stream = new Stream(TOKENS_BEFORE);
      streams.add(stream);
      running.add(engine.submit(greedy(prompts[i], STREAM_TOKENS), stream));
    }
    return running;
  }

  private static GenerationRequest greedy(int[] prompt, int tokens) {
    return new GenerationRequest("bench", prompt, tokens, SamplingParameters.GREEDY, List.of(), 0);
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Notes when tokens come. */
  private static final class Stream implements GenerationListener {

    private final List<Long> times = new ArrayList<>(); // of the engine's thread until it has ended
    private final CountDownLatch begun;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;

    /**
     * @param tokens with so many it has begun
     */
    Stream(int tokens) {
      begun = new CountDownLatch(tokens);
    }

    @Override
    public void onToken(GeneratedToken token) {
      times.add(System.nanoTime());
      begun.countDown();
    }

    @Override
    public void onFinished(FinishReason reason, GenerationUsage usage) {
      ended.countDown();
    }

    @Override
    public void onFailed(RuntimeException cause) {
      failure = cause;
      while (begun.getCount() > 0) {
        begun.countDown();
      }
      ended.countDown();
    }

    /** Waits until it has begun. */
    void await() throws InterruptedException {
      await(begun);
    }

    void awaitEnd() throws InterruptedException {
      await(ended);
    }

    /** Once it has ended: how many tokens had come by {@code time}. */
    int tokensBefore(long time) {
      return (int) times.stream().filter(t -> t - time < 0).count();
    }

    /** Once it has ended: seconds before each of its tokens {@code first} to {@code end}. */
    List<Double> gaps(int first, int end) {
      List<Double> gaps = new ArrayList<>();
      for (int i = Math.max(1, first); i < Math.min(end, times.size()); i++) {
        gaps.add((times.get(i) - times.get(i - 1)) / 1e9);
      }
      return gaps;
    }

    private void await(CountDownLatch latch) throws InterruptedException {
      boolean came = latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      RuntimeException cause = failure;
      if (cause != null) {
        throw new IllegalStateException("a stream failed", cause);
      }
      if (!came) {
        throw new IllegalStateException("nothing within " + PATIENCE_SECONDS + " s");
      }
    }
  }
}
