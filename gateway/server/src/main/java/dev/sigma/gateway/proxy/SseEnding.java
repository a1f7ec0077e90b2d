package dev.sigma.gateway.proxy;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * Watches the end of an event stream that is passed through: one that ends without {@code [DONE]}
 * and without an error event was cut off, and the client must hear it.
 */
final class SseEnding {

  private static final int TAIL = 512;

  private boolean stream;
  private String tail = "";

  void streamBegins() {
    stream = true;
  }

  boolean isStream() {
    return stream;
  }

  void saw(DataBuffer buffer) {
    if (stream) {
      int from = Math.max(0, buffer.readableByteCount() - TAIL);
      byte[] end = new byte[buffer.readableByteCount() - from];
      for (int i = 0; i < end.length; i++) {
        end[i] = buffer.getByte(buffer.readPosition() + from + i);
      }
      String text = tail + new String(end, StandardCharsets.ISO_8859_1);
      tail = text.substring(Math.max(0, text.length() - TAIL));
    }
  }

  boolean isBroken() {
    return stream
        && !tail.stripTrailing().endsWith("data: [DONE]")
        && !tail.contains("event: error");
  }
}
