/**
 * JMH: its start, its rates, and benchmarks of public parts of the engine. Those of the engine's
 * inner parts stand in the packages of these parts.
 */
@NullMarked
package dev.sigma.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
