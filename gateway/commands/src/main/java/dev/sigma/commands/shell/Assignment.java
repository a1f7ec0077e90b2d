package dev.sigma.commands.shell;

import java.util.List;

/**
 * {@code name=value}.
 *
 * @param subscript parts between brackets, empty for a plain name
 */
public record Assignment(
    String name, List<WordPart> subscript, boolean append, Word value, int start, int end) {}
