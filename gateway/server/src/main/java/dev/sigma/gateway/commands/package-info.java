/** POST /v1/commands: from a request in English to an analysed command. */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway.commands;
