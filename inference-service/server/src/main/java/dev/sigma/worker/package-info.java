/** The inference worker: a thin HTTP shell around one engine. */
@org.jspecify.annotations.NullMarked
package dev.sigma.worker;
