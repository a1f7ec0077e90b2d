package dev.sigma.admin.overview;

import java.time.Instant;
import java.util.List;

/**
 * All services at one time.
 *
 * @param taken when the last of them had answered
 * @param services in the order of the settings
 */
record Snapshot(Instant taken, List<ServiceStatus> services) {}
