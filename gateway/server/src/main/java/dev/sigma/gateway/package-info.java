/** The public edge: keys, tenants, sessions, routing, commands. */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway;
