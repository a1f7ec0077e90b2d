package dev.sigma.gateway.workers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What decides which worker a conversation goes to: SHA-256 over the canonical bytes of its
 * messages up to and including the first turn of its user. Later turns do not change it, so a
 * conversation stays where its prefix is; other conversations spread over the workers, though they
 * begin with the same system message. Canonical bytes of a message: length and UTF-8 of its role,
 * length and UTF-8 of its content, lengths as big-endian 32-bit integers.
 */
public final class RoutingKey {

  private final byte[] digest;

  private RoutingKey(byte[] digest) {
    this.digest = digest;
  }

  /** The key of a conversation. */
  public static RoutingKey of(List<Message> messages) {
    MessageDigest sha = sha256();
    for (Message m : messages) {
      update(sha, m.role());
      update(sha, m.content());
      if (m.role().equals("user")) {
        break;
      }
    }
    return new RoutingKey(sha.digest());
  }

  /** One turn of a conversation. */
  public record Message(String role, String content) {}

  /** How much {@code worker} wants this key; the ready worker that wants it most gets it. */
  long score(Worker worker) {
    MessageDigest sha = sha256();
    sha.update(digest);
    return ByteBuffer.wrap(sha.digest(worker.name().getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static void update(MessageDigest sha, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    sha.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
