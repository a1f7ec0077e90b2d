package dev.sigma.cache.store;

import java.util.HexFormat;

/**
 * Names a value within a tenant.
 *
 * @param hex the 32 bytes of a block hash in lower-case hex
 */
public record BlockKey(String hex) {

  private static final int LENGTH = 64;

  public BlockKey {
    if (hex.length() != LENGTH || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException("key: %s (expected: 64 hex digits)".formatted(hex));
    }
  }
}
