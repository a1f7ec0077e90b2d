package dev.sigma.worker.engine;

import dev.sigma.engine.Engine;

/** Loads the engine; takes seconds. */
@FunctionalInterface
public interface EngineSource {

  /** A loaded, checked engine; whatever it throws says what is wrong and what to do. */
  Engine open() throws Exception;
}
