package dev.sigma.cache.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts payloads with a tenant's key, AES-256-GCM, bound to the value's epoch and key. The cache
 * service and Redis hold only what comes out; workers alone hold the server key. Thread-safe.
 *
 * <p>Sealed: 32 random bytes, then segments of {@value #SEGMENT} bytes, each followed by its tag.
 * The random bytes make a key of the value's own, under which the segments are numbered: no nonce
 * can come twice, however many values there are. Epoch, key, length and number are authenticated
 * with each segment, so none can be left out or moved. Segments because the JVM compiles its fast
 * AES only after many calls: as one piece a value of 240 KB takes 4 ms, in pieces 0.06.
 */
final class ValueSeal {

  private static final int SALT = 32;
  private static final int TAG = 16;
  private static final int SEGMENT = 16 << 10;
  private static final int SHORTEST_KEY = 32;

  private final byte[] serverKey;
  private final SecureRandom random = new SecureRandom();

  ValueSeal(byte[] serverKey) {
    if (serverKey.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "server key: %d bytes (expected: >= %d)".formatted(serverKey.length, SHORTEST_KEY));
    }
    this.serverKey = serverKey.clone();
  }

  /** Bytes that sealing makes of so many. */
  static long sealedBytes(long plain) {
    return SALT + plain + TAG * Math.ceilDiv(plain, SEGMENT);
  }

  /** Appends salt, ciphertext and tags of {@code plain} to {@code out}. */
  void seal(String tenant, byte[] epoch, byte[] key, ByteBuffer plain, ByteBuffer out) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    out.put(salt);
    int length = plain.remaining();
    try {
      Segments segments = new Segments(Cipher.ENCRYPT_MODE, tenant, salt, epoch, key, length);
      for (int at = 0; at < length; at += SEGMENT) {
        segments.next(plain.slice(plain.position() + at, Math.min(SEGMENT, length - at)), out);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
  }

  /** Appends what {@code sealed}, {@link #sealedBytes} of {@code length}, holds to {@code out}. */
  void open(String tenant, byte[] epoch, byte[] key, int length, ByteBuffer sealed, ByteBuffer out)
      throws DamagedValueException {
    ByteBuffer in = sealed.duplicate();
    byte[] salt = new byte[SALT];
    in.get(salt);
    try {
      Segments segments = new Segments(Cipher.DECRYPT_MODE, tenant, salt, epoch, key, length);
      while (in.hasRemaining()) {
        int bytes = Math.min(SEGMENT + TAG, in.remaining());
        segments.next(in.slice(in.position(), bytes), out);
        in.position(in.position() + bytes);
      }
    } catch (AEADBadTagException e) {
      throw new DamagedValueException("seal", "broken", "made with this tenant's key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
  }

  /** The segments of one value, in order. */
  private final class Segments {

    private final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    private final int mode;
    private final SecretKeySpec valueKey;
    private final byte[] bound;
    private int number;

    Segments(int mode, String tenant, byte[] salt, byte[] epoch, byte[] key, int length)
        throws GeneralSecurityException {
      this.mode = mode;
      // Not the salt of the hash chain: that one is HMAC(server key, tenant) without a label.
      byte[] tenantKey = hmac(serverKey, "block encryption\0" + tenant);
      valueKey = new SecretKeySpec(hmac(tenantKey, salt), "AES");
      bound =
          ByteBuffer.allocate(epoch.length + key.length + Integer.BYTES)
              .put(epoch)
              .put(key)
              .putInt(length)
              .array();
    }

    void next(ByteBuffer in, ByteBuffer out) throws GeneralSecurityException {
      byte[] nonce = ByteBuffer.allocate(12).putInt(8, number++).array();
      cipher.init(mode, valueKey, new GCMParameterSpec(TAG * 8, nonce));
      cipher.updateAAD(bound);
      cipher.doFinal(in, out);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    return hmac(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] bytes) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(bytes);
  }
}
