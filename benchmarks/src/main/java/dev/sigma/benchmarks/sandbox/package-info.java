/** Runs commands where they can do no harm, and says what they did. */
@NullMarked
package dev.sigma.benchmarks.sandbox;

import org.jspecify.annotations.NullMarked;
