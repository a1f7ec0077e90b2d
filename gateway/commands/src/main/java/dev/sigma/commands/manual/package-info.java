/** What utilities and their options are for, from their manuals. */
@NullMarked
package dev.sigma.commands.manual;

import org.jspecify.annotations.NullMarked;
