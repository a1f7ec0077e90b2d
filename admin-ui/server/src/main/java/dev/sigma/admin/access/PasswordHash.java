package dev.sigma.admin.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA256, salted. As text {@code
 * pbkdf2-sha256$<iterations>$<salt>$<hash>}, salt and hash in base64. Making and checking one takes
 * some tenths of a second of a core, on purpose.
 */
final class PasswordHash {

  static final int ITERATIONS = 600_000; // OWASP's figure for PBKDF2-HMAC-SHA256
  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int BYTES = 32;
  private static final Pattern TEXT =
      Pattern.compile("pbkdf2-sha256\\$([1-9][0-9]{5,7})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  static PasswordHash of(String password) {
    byte[] salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is anything else, or too weak
   */
  static PasswordHash parse(String text) {
    Matcher m = TEXT.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "no password hash (expected: pbkdf2-sha256$<iterations>$<salt>$<hash>)");
    }
    int iterations = Integer.parseInt(m.group(1));
    byte[] salt = Base64.getDecoder().decode(m.group(2));
    byte[] hash = Base64.getDecoder().decode(m.group(3));
    if (iterations < ITERATIONS
        || iterations > MOST_ITERATIONS
        || salt.length != BYTES
        || hash.length != BYTES) {
      throw new IllegalArgumentException(
          "password hash of %d iterations, %d bytes of salt, %d of hash (expected: %d to %d, %d, %d)"
              .formatted(
                  iterations, salt.length, hash.length, ITERATIONS, MOST_ITERATIONS, BYTES, BYTES));
    }
    return new PasswordHash(iterations, salt, hash);
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2-sha256$%d$%s$%s"
        .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public String toString() {
    return "PasswordHash[(secret)]";
  }
}
