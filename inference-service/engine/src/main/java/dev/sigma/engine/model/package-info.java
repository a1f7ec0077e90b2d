/** What a decoder is made of: its shapes and its weights, read and checked. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.model;
