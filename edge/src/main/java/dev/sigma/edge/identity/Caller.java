package dev.sigma.edge.identity;

import java.util.Set;

/**
 * Who calls, as its token says.
 *
 * @param tenant on whose behalf
 * @param name the calling service
 * @param scopes what it may do
 */
public record Caller(String tenant, String name, Set<String> scopes) {

  /** Name of the exchange attribute that holds the caller of a checked request. */
  public static final String ATTRIBUTE = "dev.sigma.worker.caller";
}
