package dev.sigma.gateway.access;

/**
 * On whose behalf a call is made.
 *
 * @param name as configured with its key
 */
public record Tenant(String name) {

  /** Name of the exchange attribute that holds the tenant of a checked call. */
  public static final String ATTRIBUTE = "dev.sigma.gateway.tenant";
}
