package dev.sigma.admin.overview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a service is, and which of its metrics are shown. */
enum Kind {
  GATEWAY,
  WORKER,
  CACHE;

  boolean shows(String metric) {
    return switch (this) {
      case GATEWAY -> GATEWAY_METRICS.contains(metric);
      case WORKER -> WORKER_METRICS.contains(metric);
      case CACHE -> CACHE_METRICS.contains(metric);
    };
  }

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with which {@code service} begins: {@code worker-1} is a worker. */
  static Optional<Kind> of(String service) {
    return Arrays.stream(values()).filter(k -> service.startsWith(k.text())).findFirst();
  }

  private static final Set<String> GATEWAY_METRICS =
      Set.of(
          "sigma_gateway_commands_total",
          "sigma_gateway_worker_ready",
          "sigma_gateway_circuit_open",
          "http_server_requests_seconds_count");

  private static final Set<String> WORKER_METRICS =
      Set.of(
          "sigma_engine_info",
          "sigma_requests_running",
          "sigma_requests_waiting",
          "sigma_kv_cache_usage_ratio",
          "sigma_prompt_tokens_total",
          "sigma_prompt_tokens_cached_total",
          "sigma_completion_tokens_total",
          "sigma_time_to_first_token_seconds_sum",
          "sigma_time_to_first_token_seconds_count",
          "sigma_remote_cache_failures_total");

  private static final Set<String> CACHE_METRICS =
      Set.of(
          "sigma_cache_calls_total",
          "sigma_cache_values_total",
          "sigma_cache_bytes_total",
          "sigma_cache_store_up");
}
