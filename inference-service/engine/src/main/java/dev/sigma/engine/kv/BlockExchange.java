package dev.sigma.engine.kv;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where K/V leaves this process and arrives from others, in values of {@link BlockGeometry}. Called
 * by the engine thread: every method returns at once and never throws. Whatever goes wrong
 * elsewhere is a miss here.
 */
public interface BlockExchange extends AutoCloseable {

  /** The codec through which K/V arrives as it left. */
  String LOSSLESS = "lossless";

  /** Shares nothing. */
  BlockExchange NONE =
      new BlockExchange() {
        @Override
        public boolean available() {
          return false;
        }

        @Override
        public void fetch(
            String tenant,
            List<BlockHash> keys,
            Duration patience,
            Consumer<List<ByteBuffer>> arrived) {
          arrived.accept(List.of());
        }

        @Override
        public void store(String tenant, BlockHash key, ByteBuffer value) {}

        @Override
        public void close() {}
      };

  /** Whether a call makes sense now; spares the engine the preparation of one that does not. */
  boolean available();

  /**
   * Asks for the values of {@code keys}, in order.
   *
   * @param patience how long it may take; what has not come by then is missing
   * @param arrived called once, on any thread: the values from the first key on, up to the first
   *     that is missing; empty where none came
   */
  void fetch(
      String tenant, List<BlockHash> keys, Duration patience, Consumer<List<ByteBuffer>> arrived);

  /**
   * Offers a value; it may be dropped.
   *
   * @param value K then V of each of its blocks, as the runner reads them; not touched again by the
   *     engine
   */
  void store(String tenant, BlockHash key, ByteBuffer value);

  /** Lets what was offered get out for a moment, then ends. */
  @Override
  void close();

  /** Opens an exchange for an engine. */
  @FunctionalInterface
  interface Source {

    /** What K/V that arrives may have lost on its way, by name; part of the epoch. */
    default String codec() {
      return LOSSLESS;
    }

    /** The exchange for blocks of {@code geometry}; the engine closes it. */
    BlockExchange open(BlockGeometry geometry);
  }
}
