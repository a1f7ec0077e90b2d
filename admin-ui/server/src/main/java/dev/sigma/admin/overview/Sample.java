package dev.sigma.admin.overview;

import java.util.Map;

/**
 * One line of a service's metrics.
 *
 * @param value as the service wrote it, digit for digit
 */
record Sample(String name, Map<String, String> labels, String value) {}
