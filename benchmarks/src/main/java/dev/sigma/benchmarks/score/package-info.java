/** How far a command agrees with one that is right: pure functions over texts of commands. */
@NullMarked
package dev.sigma.benchmarks.score;

import org.jspecify.annotations.NullMarked;
