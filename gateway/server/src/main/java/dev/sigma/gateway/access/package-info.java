/** Who may call: API keys and their tenants. */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway.access;
