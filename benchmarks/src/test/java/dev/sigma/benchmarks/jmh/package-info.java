@NullMarked
package dev.sigma.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
