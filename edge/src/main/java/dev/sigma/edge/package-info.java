/** What every answer has in common: request ids, the OpenAI error shape, limits. */
@org.jspecify.annotations.NullMarked
package dev.sigma.edge;
