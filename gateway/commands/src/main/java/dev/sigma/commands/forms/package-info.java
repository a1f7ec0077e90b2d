/** What a command is made of, whatever its quotes and values: forms in which commands compare. */
@NullMarked
package dev.sigma.commands.forms;

import org.jspecify.annotations.NullMarked;
