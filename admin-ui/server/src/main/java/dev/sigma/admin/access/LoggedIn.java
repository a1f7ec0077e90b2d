package dev.sigma.admin.access;

import java.util.function.BooleanSupplier;

/**
 * The session that a request belongs to.
 *
 * @param id what the browser's cookie says
 * @param open whether it still is; asking does not keep it open
 */
public record LoggedIn(String id, BooleanSupplier open) {

  /** Name of the exchange attribute that holds the session of a checked request. */
  public static final String ATTRIBUTE = "dev.sigma.admin.session";

  /** Whether the session has not ended since. */
  public boolean still() {
    return open.getAsBoolean();
  }

  @Override
  public String toString() {
    return "LoggedIn[(secret)]";
  }
}
