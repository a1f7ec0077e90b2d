package dev.sigma.engine.kv;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Salt of a tenant's hash chain, HMAC-SHA256(server key, tenant). Derived here and never accepted
 * from a caller: who could choose the salt could read another's blocks. Thread-safe.
 */
public final class TenantSalts {

  /** The shortest server key taken, in bytes. */
  public static final int SHORTEST_KEY = 32;

  private final SecretKeySpec key;

  /**
   * @param serverKey shared by all workers that share blocks, at least 32 bytes
   */
  public TenantSalts(byte[] serverKey) {
    if (serverKey.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "server key: %d bytes (expected: >= %d)".formatted(serverKey.length, SHORTEST_KEY));
    }
    key = new SecretKeySpec(serverKey, "HmacSHA256");
  }

  /** The 32 bytes of {@code tenant}. */
  public byte[] of(String tenant) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(tenant.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
    }
  }
}
