/** Shell syntax: texts of POSIX sh, bash and zsh to trees with source ranges, in bounded time. */
@NullMarked
package dev.sigma.commands.shell;

import org.jspecify.annotations.NullMarked;
