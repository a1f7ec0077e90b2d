package dev.sigma.worker.engine;

import dev.sigma.edge.ApiException;
import dev.sigma.engine.Engine;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The engine's life: loading in the background once the HTTP port is open, ready, draining when a
 * stop was asked for. A load that fails ends the process, so that a supervisor sees it.
 */
@Component
public class EngineHolder implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EngineHolder.class);

  private sealed interface State {
    record Loading() implements State {}

    record Ready(Engine engine, Instant since) implements State {}

    record Failed(String reason) implements State {}

    record Stopping(@Nullable Engine engine) implements State {}
  }

  private final EngineSource source;
  private final WorkerSettings settings;
  private final ApplicationContext context;
  private final Clock clock;
  private State state = new State.Loading();
  private boolean started;
  private final List<Consumer<Engine>> waitingForEngine = new ArrayList<>();

  EngineHolder(
      EngineSource source, WorkerSettings settings, ApplicationContext context, Clock clock) {
    this.source = source;
    this.settings = settings;
    this.context = context;
    this.clock = clock;
  }

  /**
   * The engine, if it can serve now.
   *
   * @throws ApiException 503 that says why it cannot
   */
  public Engine ready() {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent() || !(state() instanceof State.Ready ready)) {
      throw ApiException.notReady(obstacle.orElse("the worker is stopping"));
    }
    return ready.engine();
  }

  /** Since when it has been ready; now, if it is not. */
  public Instant readySince() {
    return state() instanceof State.Ready ready ? ready.since() : clock.instant();
  }

  /** The loaded engine, ready or draining. */
  public Optional<Engine> loaded() {
    return switch (state()) {
      case State.Ready r -> Optional.of(r.engine());
      case State.Stopping s -> Optional.ofNullable(s.engine());
      case State.Loading l -> Optional.empty();
      case State.Failed f -> Optional.empty();
    };
  }

  /** Why it cannot serve now; empty: it can. */
  public Optional<String> obstacle() {
    return switch (state()) {
      case State.Loading l -> Optional.of("the model is loading");
      case State.Failed f -> Optional.of(f.reason());
      case State.Stopping s -> Optional.of("the worker is stopping");
      case State.Ready r ->
          Optional.of(r.engine().statistics().failure()).filter(f -> !f.isEmpty());
    };
  }

  /** Calls {@code action} once, when the engine is loaded. */
  synchronized void whenLoaded(Consumer<Engine> action) {
    if (state instanceof State.Ready r) {
      action.accept(r.engine());
    } else {
      waitingForEngine.add(action);
    }
  }

  private synchronized State state() {
    return state;
  }

  /** After the web server's phase, so that health answers while the model loads. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @Override
  public synchronized void start() {
    started = true;
    Thread.ofPlatform().name("engine-loading").daemon().start(this::load);
  }

  private void load() {
    long began = System.nanoTime();
    try {
      Engine engine = source.open();
      synchronized (this) {
        if (state instanceof State.Loading) {
          state = new State.Ready(engine, clock.instant());
          waitingForEngine.forEach(action -> action.accept(engine));
          log.info(
              "ready after {} ms: {} on {}",
              (System.nanoTime() - began) / 1_000_000,
              engine.modelName(),
              engine.runner());
          return;
        }
      }
      engine.close(); // a stop came while it loaded
    } catch (Exception | LinkageError e) {
      log.error("the engine could not be loaded: {}", e.getMessage(), e);
      synchronized (this) {
        state = new State.Failed("the engine could not be loaded: " + e.getMessage());
      }
      Thread.ofPlatform()
          .name("exit")
          .start(() -> System.exit(SpringApplication.exit(context, () -> 3)));
    }
  }

  /** Before the web server's graceful shutdown: readiness goes down, running answers end. */
  @Override
  public void stop() {
    Engine engine;
    synchronized (this) {
      engine = state instanceof State.Ready r ? r.engine() : null;
      state = new State.Stopping(engine);
      started = false;
    }
    if (engine != null) {
      try {
        engine.drain(settings.drainPatience());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        engine.close();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return started;
  }
}
