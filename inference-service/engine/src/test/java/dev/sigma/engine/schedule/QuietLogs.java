package dev.sigma.engine.schedule;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Silences what is logged of faults that a test injects by the thousand. */
final class QuietLogs {

  private static final List<Class<?>> LOUD = List.of(StepExecutor.class, Answer.class);

  void silence() {
    set(Level.OFF);
  }

  void restore() {
    set(null);
  }

  private static void set(@Nullable Level level) {
    for (Class<?> type : LOUD) {
      ((Logger) LoggerFactory.getLogger(type)).setLevel(level);
    }
  }
}
