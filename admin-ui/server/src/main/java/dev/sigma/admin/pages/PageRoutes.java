package dev.sigma.admin.pages;

import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers for the web pages. A file under {@code assets} has its content's hash in its name. */
@Configuration(proxyBeanMethods = false)
class PageRoutes {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl ASK_AGAIN = CacheControl.noCache();

  @Bean
  RouterFunction<ServerResponse> pageRouter(Pages pages) {
    return request ->
        Mono.justOrEmpty(page(pages, request)).map(page -> r -> answer(page, request));
  }

  private static Optional<Page> page(Pages pages, ServerRequest request) {
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads ? pages.page(request.requestPath().value()) : Optional.empty();
  }

  private static Mono<ServerResponse> answer(Page page, ServerRequest request) {
    CacheControl cache =
        request.requestPath().value().startsWith("/assets/") ? FOR_EVER : ASK_AGAIN;
    return request
        .checkNotModified(page.tag())
        .switchIfEmpty(
            Mono.defer(
                () ->
                    ServerResponse.ok()
                        .contentType(page.type())
                        .cacheControl(cache)
                        .eTag(page.tag())
                        .bodyValue(page.bytes())));
  }
}
