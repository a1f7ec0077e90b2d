package dev.sigma.engine.runner;

/** What a runner promises about its numbers. */
public enum NumericsMode {
  /** A row's result does not depend on what else is in the step, on chunking or on the cache. */
  EXACT,
  /** Free choice of kernels; agreement with {@link #EXACT} is measured, not promised. */
  FAST
}
