/** From logits to a token: temperature, truncation, seeds and log-probabilities. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.sampling;
