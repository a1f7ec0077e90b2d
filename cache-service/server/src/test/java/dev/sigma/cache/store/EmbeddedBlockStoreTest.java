package dev.sigma.cache.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class EmbeddedBlockStoreTest extends BlockStoreContract {

  private final AtomicLong now = new AtomicLong();

  @Override
  BlockStore store() {
    return new EmbeddedBlockStore(LIMITS, now::get);
  }

  @Override
  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
