/** Commands through the gateway, with a key that the browser never sees. */
@org.jspecify.annotations.NullMarked
package dev.sigma.admin.playground;
