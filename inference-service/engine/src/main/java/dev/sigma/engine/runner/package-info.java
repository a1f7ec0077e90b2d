/** The seam: one step of a decoder on one device. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.runner;
