package dev.sigma.engine;

import dev.sigma.engine.kv.TenantSalts;
import dev.sigma.engine.runner.StepPlan;
import java.nio.file.Path;

/**
 * What an engine is opened with. Checked here, so that an engine that opens was asked for something
 * that makes sense.
 *
 * @param modelDirectory folder of the model, see docs/contracts.md
 * @param modelName the name it is offered under
 * @param device {@code auto}, {@code opencl:<index>} or {@code reference}
 * @param kernels {@code auto}, {@code portable} or {@code vnni}: which kernels run on an OpenCL
 *     device
 * @param numerics {@code exact} or {@code fast}: what an OpenCL device keeps to; the reference is
 *     always exact
 * @param keyValues {@code f32} or {@code int8}: how an OpenCL device keeps K and V
 * @param kvTokens tokens that the K/V pools hold, rounded down to blocks of 16
 * @param queueLimit requests that may wait
 * @param mostRunning sequences that run together at most
 * @param rowsPerStep tokens in a step at most, prefill and decode together
 * @param kernelCache folder for compiled kernels
 * @param serverKey salts of tenants come from it; at least 32 bytes, the same on all workers that
 *     share blocks
 */
public record EngineOptions(
    Path modelDirectory,
    String modelName,
    String device,
    String kernels,
    String numerics,
    String keyValues,
    int kvTokens,
    int queueLimit,
    int mostRunning,
    int rowsPerStep,
    Path kernelCache,
    byte[] serverKey) {

  /** Sequences that run together, where nothing else is wanted. */
  public static final int DEFAULT_RUNNING = 32;

  /** Rows of a step, where nothing else is wanted. */
  public static final int DEFAULT_ROWS = 256;

  private static final int MOST_KV_TOKENS = 1 << 28;
  private static final int MOST_WAITING = 1 << 20;
  private static final int MOST_RUNNING = 1024;
  private static final int MOST_ROWS = 1 << 14;

  public EngineOptions {
    serverKey = serverKey.clone();
    if (modelName.isBlank()) {
      throw new IllegalArgumentException("modelName: blank (expected: a name)");
    }
    between("kvTokens", kvTokens, StepPlan.BLOCK_TOKENS, MOST_KV_TOKENS);
    between("queueLimit", queueLimit, 1, MOST_WAITING);
    between("mostRunning", mostRunning, 1, MOST_RUNNING);
    between("rowsPerStep", rowsPerStep, mostRunning, MOST_ROWS);
    if (serverKey.length < TenantSalts.SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "serverKey: %d bytes (expected: >= %d)"
              .formatted(serverKey.length, TenantSalts.SHORTEST_KEY));
    }
  }

  @Override
  public byte[] serverKey() {
    return serverKey.clone();
  }

  /** Blocks that {@link #kvTokens} make. */
  int blocks() {
    return kvTokens / StepPlan.BLOCK_TOKENS;
  }

  /** All but the key, which must not reach a log. */
  @Override
  public String toString() {
    return "EngineOptions[%s as %s on %s, kernels=%s, numerics=%s, keyValues=%s, kvTokens=%d, queueLimit=%d, mostRunning=%d, rowsPerStep=%d]"
        .formatted(
            modelDirectory,
            modelName,
            device,
            kernels,
            numerics,
            keyValues,
            kvTokens,
            queueLimit,
            mostRunning,
            rowsPerStep);
  }

  private static void between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s: %d (expected: %d to %d)".formatted(name, value, low, high));
    }
  }
}
