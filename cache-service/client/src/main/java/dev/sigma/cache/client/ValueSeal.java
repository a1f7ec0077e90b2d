package dev.sigma.cache.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts payloads with a tenant's key, AES-256-GCM, bound to the value's epoch and key. The cache
 * service and Redis hold only what comes out; workers alone hold the server key. Thread-safe.
 */
final class ValueSeal {

  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int SHORTEST_KEY = 32;

  /** Bytes that sealing adds. */
  static final int OVERHEAD = NONCE + TAG;

  private final SecretKeySpec serverKey;
  private final SecureRandom random = new SecureRandom();

  ValueSeal(byte[] serverKey) {
    if (serverKey.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "server key: %d bytes (expected: >= %d)".formatted(serverKey.length, SHORTEST_KEY));
    }
    this.serverKey = new SecretKeySpec(serverKey, "HmacSHA256");
  }

  /** Appends nonce, ciphertext and tag of {@code plain} to {@code out}. */
  void seal(String tenant, byte[] epoch, byte[] key, ByteBuffer plain, ByteBuffer out) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    out.put(nonce);
    try {
      cipher(Cipher.ENCRYPT_MODE, tenant, nonce, epoch, key).doFinal(plain.duplicate(), out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
  }

  /** Appends what {@code sealed} holds to {@code out}. */
  void open(String tenant, byte[] epoch, byte[] key, ByteBuffer sealed, ByteBuffer out)
      throws DamagedValueException {
    ByteBuffer in = sealed.duplicate();
    byte[] nonce = new byte[NONCE];
    in.get(nonce);
    try {
      cipher(Cipher.DECRYPT_MODE, tenant, nonce, epoch, key).doFinal(in, out);
    } catch (AEADBadTagException e) {
      throw new DamagedValueException("seal", "broken", "made with this tenant's key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
  }

  private Cipher cipher(int mode, String tenant, byte[] nonce, byte[] epoch, byte[] key)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keyOf(tenant), new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(epoch);
    cipher.updateAAD(key);
    return cipher;
  }

  private SecretKey keyOf(String tenant) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(serverKey);
    // Not the salt of the hash chain: that one is HMAC(server key, tenant) without a label.
    mac.update("block encryption\0".getBytes(StandardCharsets.UTF_8));
    return new SecretKeySpec(mac.doFinal(tenant.getBytes(StandardCharsets.UTF_8)), "AES");
  }
}
