/** K/V shared with other workers through the cache service. */
@org.jspecify.annotations.NullMarked
package dev.sigma.worker.sharing;
