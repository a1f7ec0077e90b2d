/** The engine's life in this process: loading, readiness, metrics, draining. */
@org.jspecify.annotations.NullMarked
package dev.sigma.worker.engine;
