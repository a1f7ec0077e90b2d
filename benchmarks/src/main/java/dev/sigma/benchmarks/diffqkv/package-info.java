/**
 * What DiffQKV attention costs and gains on the processor: decode steps of a few layers of SIGMA's
 * shape at one context after another, beside the same layers with MHA and GQA.
 */
@NullMarked
package dev.sigma.benchmarks.diffqkv;

import org.jspecify.annotations.NullMarked;
