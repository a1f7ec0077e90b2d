/** Tests of what is done with the times of DiffQKV and others: no device is needed. */
@NullMarked
package dev.sigma.benchmarks.diffqkv;

import org.jspecify.annotations.NullMarked;
