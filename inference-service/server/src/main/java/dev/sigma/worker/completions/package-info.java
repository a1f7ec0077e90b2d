/** The OpenAI-shaped completion endpoints over the engine. */
@org.jspecify.annotations.NullMarked
package dev.sigma.worker.completions;
