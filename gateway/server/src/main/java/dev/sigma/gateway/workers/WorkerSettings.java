package dev.sigma.gateway.workers;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The workers and how long to wait for them.
 *
 * @param urls base URLs
 * @param connectTimeout for a TCP connection
 * @param responseTimeout for the head of an answer, and between two chunks of it
 * @param probeInterval between two looks at a worker's readiness
 * @param pinning whether callers may choose a worker, and are told which one answered
 */
@Validated
@ConfigurationProperties("sigma.gateway.workers")
public record WorkerSettings(
    @NotEmpty List<URI> urls,
    Duration connectTimeout,
    Duration responseTimeout,
    Duration probeInterval,
    boolean pinning) {}
