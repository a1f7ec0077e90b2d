package dev.sigma.admin.http;

import dev.sigma.edge.ApiException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** A request's body as bytes. */
public final class RequestBody {

  private RequestBody() {}

  /** The whole body; more than {@code most} bytes are a 413. */
  public static Mono<byte[]> read(ServerHttpRequest request, int most) {
    return DataBufferUtils.join(request.getBody(), most)
        .map(RequestBody::bytes)
        .defaultIfEmpty(new byte[0])
        .onErrorMap(
            DataBufferLimitException.class,
            e ->
                ApiException.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "request_too_large",
                    "request body (expected: at most %d KiB)".formatted(most / 1024)));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
