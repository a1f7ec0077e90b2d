/** Sequences and the scheduler that batches them into steps. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.schedule;
