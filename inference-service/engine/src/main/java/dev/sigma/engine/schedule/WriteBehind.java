package dev.sigma.engine.schedule;

import dev.sigma.engine.kv.BlockExchange;
import dev.sigma.engine.kv.BlockGeometry;
import dev.sigma.engine.runner.ModelRunner;
import java.nio.ByteBuffer;

/**
 * Offers K/V to others as soon as the last block of a value has been computed here. A block that
 * was known already, or that came from elsewhere, completes nothing: whoever computed it has
 * offered it. Called on the engine thread, which pays for the copy out of the device and for
 * nothing else.
 */
final class WriteBehind {

  private final ModelRunner runner;
  private final BlockExchange exchange;
  private final BlockGeometry geometry;

  WriteBehind(ModelRunner runner, BlockExchange exchange, BlockGeometry geometry) {
    this.runner = runner;
    this.exchange = exchange;
    this.geometry = geometry;
  }

  /** Block {@code index} of {@code sequence} was computed and is new in the index. */
  void sealed(Sequence sequence, int index) {
    int blocks = geometry.blocksPerValue();
    if ((index + 1) % blocks != 0 || !exchange.available()) {
      return;
    }
    ByteBuffer value = ByteBuffer.allocate(geometry.bytes());
    int[] table = sequence.table().blocks();
    for (int i = 0; i < blocks; i++) {
      int at = i * geometry.blockBytes();
      runner.readBlock(
          table[index + 1 - blocks + i],
          value.slice(at, geometry.keyBytes()),
          value.slice(at + geometry.keyBytes(), geometry.valueBytes()));
    }
    exchange.store(sequence.request().tenant(), sequence.hash(index), value);
  }
}
