/** Says of each part of a command what it does. */
@NullMarked
package dev.sigma.commands.explain;

import org.jspecify.annotations.NullMarked;
