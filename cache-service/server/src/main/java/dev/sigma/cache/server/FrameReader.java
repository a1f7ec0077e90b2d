package dev.sigma.cache.server;

import dev.sigma.cache.store.BlockKey;
import dev.sigma.edge.ApiException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Takes a stream of frames apart as it comes: 32 bytes of key, 4 bytes of length (big-endian), the
 * value. Holds one value at a time. Not thread-safe.
 */
final class FrameReader {

  /** A value with its key. */
  record Frame(BlockKey key, ByteBuffer value) {}

  private static final int KEY = 32;

  private final int longest;
  private final int most;
  private final ByteBuffer head = ByteBuffer.allocate(KEY + 4);
  private ByteBuffer value = ByteBuffer.allocate(0);
  private boolean inValue;
  private int frames;

  /**
   * @param longest bytes of a value at most
   * @param most frames at most
   */
  FrameReader(int longest, int most) {
    this.longest = longest;
    this.most = most;
  }

  /** The frames that {@code bytes} complete. */
  List<Frame> feed(ByteBuffer bytes) {
    List<Frame> complete = new ArrayList<>();
    while (bytes.hasRemaining()) {
      move(bytes, inValue ? value : head);
      if (!inValue && !head.hasRemaining()) {
        begin();
      }
      if (inValue && !value.hasRemaining()) {
        complete.add(new Frame(key(), value.flip()));
        head.clear();
        inValue = false;
      }
    }
    return complete;
  }

  /** Says that no more comes. */
  void end() {
    if (inValue || head.position() > 0) {
      throw ApiException.invalid("body", "body: ends within a frame (expected: whole frames)");
    }
  }

  private void begin() {
    int length = head.getInt(KEY);
    if (length < 1 || length > longest) {
      throw ApiException.invalid(
          "body", "length of a value: %d (expected: 1 to %d)".formatted(length, longest));
    }
    if (++frames > most) {
      throw ApiException.invalid("body", "frames: more than %d".formatted(most));
    }
    value = ByteBuffer.allocate(length);
    inValue = true;
  }

  private BlockKey key() {
    return new BlockKey(HexFormat.of().formatHex(head.array(), 0, KEY));
  }

  private static void move(ByteBuffer from, ByteBuffer to) {
    int count = Math.min(from.remaining(), to.remaining());
    to.put(from.slice(from.position(), count));
    from.position(from.position() + count);
  }
}
