package dev.sigma.cache.client;

import java.io.IOException;

/** The cache service answered, but not with what was asked for. */
public final class CacheRefusedException extends IOException {

  private static final long serialVersionUID = 1;

  private final int status;

  CacheRefusedException(int status) {
    super("status " + status + " of the cache service (expected: 200)");
    this.status = status;
  }

  /** Its HTTP status. */
  public int status() {
    return status;
  }
}
