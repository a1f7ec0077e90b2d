package dev.sigma.benchmarks.cpu;

import com.github.tjake.jlama.model.AbstractModel;
import com.github.tjake.jlama.model.ModelSupport;
import com.github.tjake.jlama.safetensors.DType;
import com.github.tjake.jlama.tensor.AbstractTensor;
import com.github.tjake.jlama.tensor.KvBufferCache;
import com.github.tjake.jlama.tensor.KvBufferCache.KvBuffer;
import com.github.tjake.jlama.tensor.operations.TensorOperationsProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Jlama, with 4-bit weights and 8-bit activations: what it is fastest with. It has one number of
 * threads for its life, and takes one sequence at a time.
 */
final class JlamaContender implements Contender {

  private static final float GREEDY = 0;

  private final AbstractModel model;
  private final KvBufferCache cache;
  private final int vocabulary;
  private final AbstractTensor<?, ?> logits;
  private final int threads;

  private JlamaContender(AbstractModel model, int vocabulary, int threads) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.threads = threads;
    cache = new KvBufferCache(model);
    logits = model.makeDenseTensor(vocabulary);
  }

  static JlamaContender open(Path folder, int vocabulary, int threads) {
    AbstractModel model =
        ModelSupport.loadModel(
            folder.toFile(),
            folder.toFile(), // nothing is written there: sessions are ephemeral
            DType.F32,
            DType.I8,
            Optional.empty(),
            Optional.of(threads));
    return new JlamaContender(model, vocabulary, threads);
  }

  @Override
  public String description() {
    return "%s, Java %s, %s, %d threads, weights %s, activations %s"
        .formatted(
            version(),
            System.getProperty("java.version"),
            TensorOperationsProvider.get().name(),
            threads,
            DType.Q4,
            DType.I8);
  }

  /** As Maven wrote it into the jar. */
  private static String version() {
    String file = "/META-INF/maven/com.github.tjake/jlama-core/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = AbstractModel.class.getResourceAsStream(file)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return properties.getProperty("version", "version unknown");
  }

  @Override
  public double prefill(int[] prompt, int threads) {
    try (KvBuffer keysAndValues = cache.getEphemeralKvBuffer()) {
      long start = System.nanoTime();
      prompt(prompt, keysAndValues);
      return (System.nanoTime() - start) / 1e9;
    }
  }

  @Override
  public double decode(int[][] prompts, int count, int threads) {
    if (prompts.length != 1) {
      throw new IllegalArgumentException(
          "prompts: %d (expected: 1: no batches in Jlama)".formatted(prompts.length));
    }
    try (KvBuffer keysAndValues = cache.getEphemeralKvBuffer()) {
      int next = prompt(prompts[0], keysAndValues);
      long start = System.nanoTime();
      for (int n = 0; n < count; n++) {
        next = token(next, prompts[0].length + n, keysAndValues);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  @Override
  public double[] score(int[] tokens) {
    double[] surprises = new double[tokens.length - 1];
    float[] row = new float[vocabulary];
    try (KvBuffer keysAndValues = cache.getEphemeralKvBuffer()) {
      for (int i = 0; i < surprises.length; i++) {
        token(tokens[i], i, keysAndValues);
        for (int v = 0; v < vocabulary; v++) {
          row[v] = logits.get(0, v);
        }
        surprises[i] = Logits.surprise(FloatBuffer.wrap(row), 0, vocabulary, tokens[i + 1]);
      }
    }
    return surprises;
  }

  /** Computes a prompt; returns the most probable token after it. */
  private int prompt(int[] prompt, KvBuffer keysAndValues) {
    try (AbstractTensor<?, ?> rows = model.batchForward(prompt, 0, keysAndValues)) {
      return sample(rows.slice(rows.shape().first() - 1)); // those of the last batch
    }
  }

  private int token(int token, int position, KvBuffer keysAndValues) {
    try (AbstractTensor<?, ?> row =
        model.forward(token, position, keysAndValues, Optional.empty())) {
      return sample(row);
    }
  }

  private int sample(AbstractTensor<?, ?> row) {
    return model.sample(row, GREEDY, 0, logits);
  }

  @Override
  public void close() {
    cache.close();
    model.close();
  }
}
