package dev.sigma.cache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store holds to. */
abstract class BlockStoreContract {

  static final StoreLimits LIMITS = new StoreLimits(1_000, Duration.ofSeconds(2));

  /** An empty store with {@link #LIMITS}. */
  abstract BlockStore store();

  /** Lets time pass, really or not. */
  abstract void pass(Duration time) throws InterruptedException;

  static BlockKey key(int n) {
    return new BlockKey("%064x".formatted(n));
  }

  static ByteBuffer value(int seed, int bytes) {
    byte[] content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return ByteBuffer.wrap(content);
  }

  private static List<BlockKey> keys(int... numbers) {
    List<BlockKey> keys = new ArrayList<>();
    for (int n : numbers) {
      keys.add(key(n));
    }
    return keys;
  }

  @Test
  void fetch_givesTheBytesThatWereStored() {
    BlockStore store = store();
    ByteBuffer value = value(1, 207);
    assertThat(store.store("acme", key(1), value).block()).isTrue();
    assertThat(store.fetch("acme", key(1)).block()).isEqualTo(value);
    assertThat(store.fetch("acme", key(1)).block()).isEqualTo(value);
    assertThat(store.bytes("acme").block()).isEqualTo(207);
  }

  @Test
  void fetch_ofWhatIsNotThere_isEmpty() {
    assertThat(store().fetch("acme", key(1)).blockOptional()).isEmpty();
  }

  @Test
  void store_again_replaces() {
    BlockStore store = store();
    store.store("acme", key(1), value(1, 300)).block();
    store.store("acme", key(1), value(2, 100)).block();
    assertThat(store.fetch("acme", key(1)).block()).isEqualTo(value(2, 100));
    assertThat(store.bytes("acme").block()).isEqualTo(100);
  }

  @Test
  void match_isTheRunFromTheStart() {
    BlockStore store = store();
    for (int n : new int[] {1, 2, 4}) {
      store.store("acme", key(n), value(n, 10)).block();
    }
    assertThat(store.match("acme", keys(1, 2, 3, 4)).block()).isEqualTo(2);
    assertThat(store.match("acme", keys(1, 2)).block()).isEqualTo(2);
    assertThat(store.match("acme", keys(3, 4)).block()).isZero();
    assertThat(store.match("acme", keys()).block()).isZero();
  }

  @Test
  void tenants_shareNothing() {
    BlockStore store = store();
    store.store("acme", key(1), value(1, 900)).block();
    store.store("globex", key(2), value(2, 900)).block();
    assertThat(store.fetch("globex", key(1)).blockOptional()).isEmpty();
    assertThat(store.match("globex", keys(1)).block()).isZero();
    store.remove("globex", key(1)).block();
    assertThat(store.fetch("acme", key(1)).block()).isEqualTo(value(1, 900));
    assertThat(store.bytes("globex").block()).isEqualTo(900);
  }

  @Test
  void remove_forgets() {
    BlockStore store = store();
    store.store("acme", key(1), value(1, 300)).block();
    store.remove("acme", key(1)).block();
    store.remove("acme", key(1)).block();
    assertThat(store.fetch("acme", key(1)).blockOptional()).isEmpty();
    assertThat(store.bytes("acme").block()).isZero();
  }

  @Test
  void purge_forgetsAllOfOneTenant() {
    BlockStore store = store();
    for (int i = 0; i < 600; i++) {
      store.store("acme", key(i), value(i, 1)).block();
    }
    store.store("globex", key(1), value(1, 10)).block();
    assertThat(store.purge("acme").block()).isEqualTo(600);
    assertThat(store.match("acme", List.of(key(1))).block()).isZero();
    assertThat(store.bytes("acme").block()).isZero();
    assertThat(store.purge("acme").block()).isZero();
    assertThat(store.match("globex", List.of(key(1))).block()).isEqualTo(1);
  }

  @Test
  void check_ofAStoreThatIsThere_endsWell() {
    store().check().block();
  }

  @Test
  void bytes_neverExceedTheLimit() {
    BlockStore store = store();
    Random random = new Random(3);
    for (int n = 0; n < 200; n++) {
      store.store("acme", key(random.nextInt(40)), value(n, 1 + random.nextInt(400))).block();
      assertThat(store.bytes("acme").block()).isBetween(1L, LIMITS.bytes());
    }
  }

  @Test
  void store_largerThanTheLimit_isRefusedAndLosesNothing() {
    BlockStore store = store();
    store.store("acme", key(1), value(1, 300)).block();
    assertThat(store.store("acme", key(2), value(2, 1_001)).block()).isFalse();
    assertThat(store.fetch("acme", key(1)).block()).isEqualTo(value(1, 300));
  }

  @Test
  void value_nobodyAsksFor_expires_oneInUseStays() throws InterruptedException {
    BlockStore store = store();
    store.store("acme", key(1), value(1, 100)).block();
    store.store("acme", key(2), value(2, 100)).block();
    for (int n = 0; n < 4; n++) {
      pass(Duration.ofMillis(800));
      assertThat(store.fetch("acme", key(2)).blockOptional()).isPresent();
    }
    assertThat(store.fetch("acme", key(1)).blockOptional()).isEmpty();
    assertThat(store.bytes("acme").block()).isEqualTo(100);
  }

  @Test
  void manyAtOnce_keepTheirAccounts() {
    BlockStore store = store();
    Flux.range(0, 500)
        .flatMap(n -> store.store("acme", key(n % 30), value(n, 1 + n % 50)), 64)
        .blockLast();
    long sum =
        Flux.range(0, 30)
            .flatMap(n -> store.fetch("acme", key(n)))
            .map(ByteBuffer::remaining)
            .reduce(0L, Long::sum)
            .blockOptional()
            .orElse(0L);
    assertThat(store.bytes("acme").block()).isEqualTo(sum).isPositive();
  }

  @Test
  void key_thatIsNone_isRefused() {
    assertThatThrownBy(() -> new BlockKey("../x")).hasMessageContaining("64 hex digits");
    assertThatThrownBy(() -> new BlockKey("g".repeat(64))).hasMessageContaining("64 hex digits");
  }
}
