/** Several services at once, as processes. */
@org.jspecify.annotations.NullMarked
package dev.sigma.platform;
