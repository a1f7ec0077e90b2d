/** Tests of the comparison on the processor: what needs no network and no other engine. */
@NullMarked
package dev.sigma.benchmarks.cpu;

import org.jspecify.annotations.NullMarked;
