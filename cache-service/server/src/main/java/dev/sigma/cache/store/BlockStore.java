package dev.sigma.cache.store;

import java.nio.ByteBuffer;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Values by tenant and key. Each is kept until it was neither stored nor fetched for a time, or
 * until the tenant's bytes run out: then those longest unused go first. Tenants share nothing.
 */
public interface BlockStore {

  /** Length of the run of {@code keys} from the first on whose values are here. */
  Mono<Integer> match(String tenant, List<BlockKey> keys);

  /** The value, or empty where there is none. */
  Mono<ByteBuffer> fetch(String tenant, BlockKey key);

  /** Keeps a value; false where it is larger than all that the tenant may have. */
  Mono<Boolean> store(String tenant, BlockKey key, ByteBuffer value);

  /** Forgets a value, if it is here. */
  Mono<Void> remove(String tenant, BlockKey key);

  /** Forgets all values of a tenant; how many there were. */
  Mono<Long> purge(String tenant);

  /** Bytes of the values of a tenant. */
  Mono<Long> bytes(String tenant);

  /** Ends well if the store can be reached now. */
  Mono<Void> check();
}
