package dev.sigma.admin.overview;

import dev.sigma.admin.access.LoggedIn;
import dev.sigma.edge.ApiException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The overview, once or as server-sent events. */
@RestController
class OverviewController {

  private static final int MOST_WATCHERS = 64;

  private final Overview overview;
  private final AtomicInteger watchers = new AtomicInteger();

  OverviewController(Overview overview) {
    this.overview = overview;
  }

  @GetMapping("/api/overview")
  Mono<Snapshot> once() {
    return overview.once();
  }

  /** A snapshot a second, until the browser leaves or its session ends. */
  @GetMapping(path = "/api/overview/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<Snapshot> stream(@RequestAttribute(LoggedIn.ATTRIBUTE) LoggedIn session) {
    return Flux.defer(
        () -> {
          if (watchers.incrementAndGet() > MOST_WATCHERS) {
            watchers.decrementAndGet();
            throw ApiException.queueFull(
                "open overviews (expected: at most %d)".formatted(MOST_WATCHERS));
          }
          return overview
              .watch()
              .takeWhile(s -> session.still())
              .doFinally(s -> watchers.decrementAndGet());
        });
  }
}
