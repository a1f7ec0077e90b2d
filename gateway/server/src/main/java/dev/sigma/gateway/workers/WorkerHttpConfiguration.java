package dev.sigma.gateway.workers;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP client for workers: short to connect, bounded connections, no proxy, no redirects. */
@Configuration(proxyBeanMethods = false)
class WorkerHttpConfiguration {

  private static final int MOST_CONNECTIONS = 512;
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  @Bean
  WebClient workerHttp(WorkerSettings settings) {
    ConnectionProvider connections =
        ConnectionProvider.builder("workers")
            .maxConnections(MOST_CONNECTIONS)
            .pendingAcquireMaxCount(2 * MOST_CONNECTIONS)
            .pendingAcquireTimeout(settings.responseTimeout())
            .maxIdleTime(Duration.ofSeconds(20))
            .build();
    HttpClient client =
        HttpClient.create(connections)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                Math.toIntExact(settings.connectTimeout().toMillis()))
            .responseTimeout(settings.responseTimeout());
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(client))
        .codecs(c -> c.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
        .build();
  }
}
