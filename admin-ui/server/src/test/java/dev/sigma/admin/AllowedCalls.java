package dev.sigma.admin;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Calls that BlockHound takes for blocking and that are not. */
public final class AllowedCalls implements BlockHoundIntegration {

  @Override
  public void applyTo(BlockHound.Builder builder) {
    // /dev/urandom is a file that never makes anybody wait once the machine has started.
    builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
    // Classes are loaded where they are first used.
    builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
  }
}
