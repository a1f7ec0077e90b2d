package dev.sigma.engine;

import dev.sigma.engine.model.ModelConfig;
import dev.sigma.engine.runner.RunnerDescription;
import dev.sigma.engine.schedule.Generation;
import dev.sigma.engine.schedule.GenerationListener;
import dev.sigma.engine.schedule.GenerationRequest;
import dev.sigma.engine.schedule.QueueFullException;
import dev.sigma.engine.text.ChatTemplate;
import dev.sigma.engine.text.Tokenizer;
import java.time.Duration;

/** A loaded model on a chosen device, ready to generate. Thread-safe. */
public interface Engine extends AutoCloseable {

  /** The model's name as it is offered to callers. */
  String modelName();

  ModelConfig config();

  Tokenizer tokenizer();

  ChatTemplate chatTemplate();

  RunnerDescription runner();

  /** What K/V that comes from other engines has gone through: {@code "lossless"}, or a loss. */
  String codec();

  /**
   * Digest of everything that a stored block depends on, as lower-case hex (architecture: epoch).
   * Two engines with the same epoch give the same answer to the same tokens.
   */
  String epoch();

  /**
   * Queues a generation.
   *
   * @throws QueueFullException when as many wait as may
   * @throws IllegalArgumentException when the request does not fit the model; the message says what
   *     was expected
   * @throws IllegalStateException when the engine is draining or has failed
   */
  Generation submit(GenerationRequest request, GenerationListener listener);

  /** How it is doing now. */
  EngineStatistics statistics();

  /**
   * Takes no more requests and waits for those under way; what has not ended by {@code patience} is
   * cancelled.
   */
  void drain(Duration patience) throws InterruptedException;

  @Override
  void close();
}
