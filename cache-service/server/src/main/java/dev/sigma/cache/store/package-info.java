/** Where sealed K/V values lie: in Redis, or in this process. */
@NullMarked
package dev.sigma.cache.store;

import org.jspecify.annotations.NullMarked;
