/** The OpenAI endpoints, passed through to a worker without buffering. */
@org.jspecify.annotations.NullMarked
package dev.sigma.gateway.proxy;
