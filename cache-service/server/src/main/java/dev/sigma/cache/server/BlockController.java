package dev.sigma.cache.server;

import dev.sigma.cache.store.BlockKey;
import dev.sigma.edge.ApiException;
import dev.sigma.edge.JsonBody;
import dev.sigma.edge.identity.Caller;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code match}, {@code fetch}, {@code store} and what forgets them, for the tenant of the caller's
 * token alone.
 */
@RestController
final class BlockController {

  private static final int MOST_KEYS = 4096;
  private static final int MOST_VALUES = 256;

  /** Asked of the store while one is on its way to the worker; as many are in memory. */
  private static final int VALUES_AHEAD = 4;

  private static final int LONGEST_VALUE = 64 << 20;

  private final MeteredBlockStore store;
  private final JsonMapper json;

  BlockController(MeteredBlockStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  @PostMapping(path = "/v1/blocks/match", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<Map<String, Integer>> match(
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
      @RequestBody(required = false) byte @Nullable [] body) {
    store.called("match");
    return store.match(caller.tenant(), keys(body, MOST_KEYS)).map(run -> Map.of("run", run));
  }

  /** Values of the run from the first key on, each after its length in 4 bytes. */
  @PostMapping(
      path = "/v1/blocks/fetch",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Flux<DataBuffer> fetch(
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
      @RequestBody(required = false) byte @Nullable [] body) {
    store.called("fetch");
    return Flux.fromIterable(keys(body, MOST_VALUES))
        .flatMapSequential(
            key -> store.fetch(caller.tenant(), key).defaultIfEmpty(ByteBuffer.allocate(0)),
            VALUES_AHEAD,
            1)
        .takeWhile(ByteBuffer::hasRemaining)
        .concatMapIterable(BlockController::framed, 1);
  }

  @PostMapping(path = "/v1/blocks/store", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Mono<Map<String, Long>> store(
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller, ServerHttpRequest request) {
    store.called("store");
    FrameReader frames = new FrameReader(LONGEST_VALUE, MOST_VALUES);
    return request
        .getBody()
        // apart from the next step, whose failure would release the buffer once more
        .map(BlockController::bytes)
        .concatMapIterable(frames::feed, 1)
        .concatMap(frame -> store.store(caller.tenant(), frame.key(), frame.value()), 1)
        .filter(stored -> stored)
        .count()
        .doOnNext(count -> frames.end())
        .map(count -> Map.of("stored", count));
  }

  /** Forgets values, such as those that a worker found damaged. */
  @PostMapping(path = "/v1/blocks/remove", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<Void> remove(
      @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
      @RequestBody(required = false) byte @Nullable [] body) {
    store.called("remove");
    return Flux.fromIterable(keys(body, MOST_VALUES))
        .concatMap(key -> store.remove(caller.tenant(), key))
        .then();
  }

  /** Forgets all that the tenant has. */
  @DeleteMapping("/v1/blocks")
  Mono<Map<String, Long>> purge(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
    store.called("purge");
    return store.purge(caller.tenant()).map(count -> Map.of("removed", count));
  }

  private static List<DataBuffer> framed(ByteBuffer value) {
    ByteBuffer length = ByteBuffer.allocate(4).putInt(value.remaining()).flip();
    DefaultDataBufferFactory buffers = DefaultDataBufferFactory.sharedInstance;
    return List.of(buffers.wrap(length), buffers.wrap(value));
  }

  private static ByteBuffer bytes(DataBuffer part) {
    ByteBuffer bytes = ByteBuffer.allocate(part.readableByteCount());
    part.toByteBuffer(bytes);
    DataBufferUtils.release(part);
    return bytes;
  }

  private List<BlockKey> keys(byte @Nullable [] body, int most) {
    JsonNode array =
        JsonBody.parse(json, body == null ? new byte[0] : body)
            .field("keys")
            .filter(JsonNode::isArray)
            .orElseThrow(() -> ApiException.invalid("keys", "keys: absent (expected: an array)"));
    if (array.size() > most) {
      throw ApiException.invalid(
          "keys", "keys: %d (expected: at most %d)".formatted(array.size(), most));
    }
    List<BlockKey> keys = new ArrayList<>(array.size());
    for (JsonNode key : array) {
      if (!key.isString() || !key.stringValue().matches("[0-9a-f]{64}")) {
        throw ApiException.invalid("keys", "keys: no key (expected: 64 hex digits, lower case)");
      }
      keys.add(new BlockKey(key.stringValue()));
    }
    return keys;
  }
}
