/** What workers and the cache service exchange: shared K/V of token blocks, as values of bytes. */
@NullMarked
package dev.sigma.cache.client;

import org.jspecify.annotations.NullMarked;
