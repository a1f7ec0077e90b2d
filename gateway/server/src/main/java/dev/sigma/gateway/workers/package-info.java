/** The workers behind the gateway: readiness, routing, circuits, calls. */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway.workers;
