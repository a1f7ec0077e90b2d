/** The cache service's HTTP edge. */
@NullMarked
package dev.sigma.cache.server;

import org.jspecify.annotations.NullMarked;
