package dev.sigma.commands;

/**
 * What a part of a command does.
 *
 * @param start first UTF-16 code unit of the part
 * @param end one past the last
 */
public record Explanation(int start, int end, String text) {}
