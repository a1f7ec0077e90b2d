/** What a shell command would do: parsed, resolved and judged without running any of it. */
@NullMarked
package dev.sigma.commands;

import org.jspecify.annotations.NullMarked;
