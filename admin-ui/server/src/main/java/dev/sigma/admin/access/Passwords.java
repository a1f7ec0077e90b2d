package dev.sigma.admin.access;

import dev.sigma.edge.ApiException;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The one password. Hashes are computed on threads of their own, two at once at most: whoever sends
 * passwords cannot take every core, and no event loop waits.
 */
@Component
class Passwords {

  private static final Logger log = LoggerFactory.getLogger(Passwords.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 16;

  private final PasswordFile file;
  private final String setupCode;
  private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "password");
  private volatile Optional<PasswordHash> current;

  Passwords(AccessSettings settings) {
    file = new PasswordFile(settings.folder());
    setupCode = settings.setupCode();
    current = file.read();
    if (current.isEmpty() && setupCode.length() < AccessSettings.SHORTEST_CODE) {
      throw new IllegalStateException(
          "SIGMA_ADMIN_SETUP_CODE: %d characters (expected: at least %d, as long as no password is set)"
              .formatted(setupCode.length(), AccessSettings.SHORTEST_CODE));
    }
  }

  boolean isSet() {
    return current.isPresent();
  }

  /** Whether {@code password} is the one that is set. */
  Mono<Boolean> matches(String password) {
    Optional<PasswordHash> hash = current;
    return hash.isEmpty() ? Mono.just(false) : offTheEventLoop(() -> hash.get().matches(password));
  }

  /** Sets the first password; false with a wrong code, or where there is a password already. */
  Mono<Boolean> setFirst(String code, String password) {
    if (isSet() || !same(code, setupCode)) {
      return Mono.just(false);
    }
    return offTheEventLoop(
        () -> {
          PasswordHash hash = PasswordHash.of(password);
          synchronized (this) {
            if (isSet()) {
              return false;
            }
            put(hash);
            return true;
          }
        });
  }

  /** Puts {@code next} in the place of {@code old}; false where {@code old} is not the password. */
  Mono<Boolean> change(String old, String next) {
    Optional<PasswordHash> before = current;
    return offTheEventLoop(
        () -> {
          if (before.isEmpty() || !before.get().matches(old)) {
            return false;
          }
          PasswordHash hash = PasswordHash.of(next);
          synchronized (this) {
            // another change was faster: `old` is no longer the password
            if (!current.equals(before)) {
              return false;
            }
            put(hash);
            return true;
          }
        });
  }

  private void put(PasswordHash hash) {
    file.write(hash);
    current = Optional.of(hash);
    log.info("the admin password was set");
  }

  private <T> Mono<T> offTheEventLoop(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(threads)
        .onErrorMap(
            RejectedExecutionException.class,
            e -> ApiException.queueFull("Too many passwords are being checked"));
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  @PreDestroy
  void stop() {
    threads.dispose();
  }
}
