/**
 * The engine on the processor beside what a JVM user could pick instead. Every contender is a
 * process of its own that keeps the same random model loaded, in its own format, and sleeps while
 * another one is measured.
 */
@NullMarked
package dev.sigma.benchmarks.cpu;

import org.jspecify.annotations.NullMarked;
