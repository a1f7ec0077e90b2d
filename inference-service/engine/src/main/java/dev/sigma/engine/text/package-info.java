/** Text to tokens and back: byte-level BPE, the chat template, incremental detokenising. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.text;
