package dev.sigma.commands;

/**
 * A part of a command that the user has to fill in.
 *
 * @param name what to fill in, e.g. {@code path/to/file}
 * @param start first UTF-16 code unit
 * @param end one past the last code unit
 */
public record Placeholder(String name, int start, int end) {}
