/** The turns of a conversation, kept for a while, in memory or in Redis. */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway.sessions;
