package dev.sigma.admin.playground;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP client for the gateway: few connections, patient with a model, no redirects. */
@Configuration(proxyBeanMethods = false)
class GatewayHttpConfiguration {

  private static final int LARGEST_WHOLE_ANSWER = 64 * 1024;

  @Bean
  WebClient gatewayHttp() {
    ConnectionProvider connections =
        ConnectionProvider.builder("playground")
            .maxConnections(CommandController.MOST_AT_ONCE)
            .maxIdleTime(Duration.ofSeconds(20))
            .build();
    HttpClient client =
        HttpClient.create(connections)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000)
            .responseTimeout(Duration.ofSeconds(60)); // for the head, and between two chunks
    return WebClient.builder()
        .clientConnector(new ReactorClientHttpConnector(client))
        .codecs(c -> c.defaultCodecs().maxInMemorySize(LARGEST_WHOLE_ANSWER))
        .build();
  }
}
