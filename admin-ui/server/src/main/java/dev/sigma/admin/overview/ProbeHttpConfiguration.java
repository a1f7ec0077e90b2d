package dev.sigma.admin.overview;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP client for looks at services: small answers, soon, no redirects. */
@Configuration(proxyBeanMethods = false)
class ProbeHttpConfiguration {

  private static final int LARGEST_ANSWER = 1024 * 1024;
  private static final int CONNECTIONS_OF_ONE_SERVICE = 8;

  @Bean
  WebClient probeHttp(OverviewSettings settings) {
    ConnectionProvider connections =
        ConnectionProvider.builder("overview")
            .maxConnections(CONNECTIONS_OF_ONE_SERVICE)
            .pendingAcquireMaxCount(64)
            .pendingAcquireTimeout(settings.timeout())
            .maxIdleTime(Duration.ofSeconds(10))
            .build();
    HttpClient client =
        HttpClient.create(connections)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                Math.toIntExact(settings.timeout().toMillis()));
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(client))
        .codecs(c -> c.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .build();
  }
}
