package dev.sigma.benchmarks.cpu;

import java.util.Map;

/**
 * One figure.
 *
 * @param metric its name, for programs
 * @param detail what a reader needs to judge it: texts, numbers, and lists of them
 */
public record CpuFigure(String metric, double value, String unit, Map<String, Object> detail) {}
