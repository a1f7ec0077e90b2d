/** Tests of the scores, with figures computed by hand. */
@NullMarked
package dev.sigma.benchmarks.score;

import org.jspecify.annotations.NullMarked;
