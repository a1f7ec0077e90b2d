package dev.sigma.edge.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How internal tokens are checked.
 *
 * @param key base64 of the signing key that the gateway also has, at least 32 bytes
 */
@ConfigurationProperties("sigma.internal")
public record InternalTokenSettings(String key) {

  public InternalTokenSettings {
    if (decode(key).length < 32) {
      throw new IllegalArgumentException(
          "SIGMA_INTERNAL_KEY: not the base64 of at least 32 bytes (make one: openssl rand -base64 32)");
    }
  }

  byte[] secret() {
    return decode(key);
  }

  /** A key for another purpose, HMAC-SHA256(key, purpose): tells nothing of the signing key. */
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] decode(String key) {
    try {
      return Base64.getDecoder().decode(key.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  @Override
  public String toString() {
    return "InternalTokenSettings[key=(secret)]";
  }
}
