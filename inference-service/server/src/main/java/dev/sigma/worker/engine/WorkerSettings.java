package dev.sigma.worker.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the worker serves, and on what.
 *
 * @param modelDir folder with config.json, safetensors and tokenizer
 * @param modelName name offered to callers; blank: the folder's name
 * @param device {@code auto}, {@code opencl:<index>} or {@code reference}
 * @param kernels {@code auto}, {@code portable} or {@code vnni}
 * @param numerics {@code exact} or {@code fast}
 * @param kvFormat {@code f32} or {@code int8}
 * @param kvTokens tokens that the K/V pools hold
 * @param queueLimit requests that may wait
 * @param kernelCache folder for compiled kernels
 * @param drainPatience how long running answers may go on after a stop was asked for
 */
@Validated
@ConfigurationProperties("sigma.worker")
public record WorkerSettings(
    Path modelDir,
    String modelName,
    @NotBlank String device,
    @NotBlank String kernels,
    @NotBlank String numerics,
    @NotBlank String kvFormat,
    @Min(64) @Max(100_000_000) int kvTokens,
    @Min(1) @Max(100_000) int queueLimit,
    Path kernelCache,
    Duration drainPatience) {

  /** The name offered to callers. */
  public String offeredName() {
    return modelName.isBlank()
        ? String.valueOf(modelDir.toAbsolutePath().normalize().getFileName())
        : modelName;
  }
}
