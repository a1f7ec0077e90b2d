/** Who calls inside the platform: short-lived signed tokens, minted and checked. */
@org.jspecify.annotations.NullMarked
package dev.sigma.edge.identity;
