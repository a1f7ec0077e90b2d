/** What a parsed command would do: wrappers looked through, rules applied, nothing run. */
@org.jspecify.annotations.NullMarked
package dev.sigma.commands.risk;
