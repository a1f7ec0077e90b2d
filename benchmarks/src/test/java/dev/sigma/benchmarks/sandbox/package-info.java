/** Tests of the sandbox; those that run commands are left out where bubblewrap does not work. */
@NullMarked
package dev.sigma.benchmarks.sandbox;

import org.jspecify.annotations.NullMarked;
