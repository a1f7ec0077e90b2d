/**
 * Measures a running platform from outside: latency, load, and how often its commands are right.
 */
@NullMarked
package dev.sigma.benchmarks;

import org.jspecify.annotations.NullMarked;
