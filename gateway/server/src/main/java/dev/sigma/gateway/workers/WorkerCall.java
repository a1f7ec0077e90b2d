package dev.sigma.gateway.workers;

import dev.sigma.gateway.access.Tenant;

/**
 * One call to make on a worker.
 *
 * @param tenant on whose behalf
 * @param key decides which worker
 * @param path of the worker's API
 * @param body JSON bytes; empty: a GET
 * @param requestId passed on
 */
public record WorkerCall(
    Tenant tenant, RoutingKey key, String path, byte[] body, String requestId) {}
