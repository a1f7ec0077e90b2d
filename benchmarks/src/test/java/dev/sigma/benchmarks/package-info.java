/** Tests of the benchmarks themselves: a wrong ruler is worse than none. */
@NullMarked
package dev.sigma.benchmarks;

import org.jspecify.annotations.NullMarked;
