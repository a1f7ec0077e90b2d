package dev.sigma.engine.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixIndexTest {

  private final BlockPool pool = new BlockPool(4);
  private final PrefixIndex index = new PrefixIndex(pool);
  private final HashChain hashing = new HashChain(new byte[32], new byte[32]);
  private final BlockHash[] chain = chain(hashing, 1);
  private final int[] run = new int[4];

  @Test
  void longestRun_ofAChainWithAGap_endsAtTheGap() {
    int first = seal(chain[0]);
    int second = seal(chain[1]);
    seal(chain[3]);
    assertThat(index.longestRun(chain, 4, run)).isEqualTo(2);
    assertThat(run).startsWith(first, second);
  }

  @Test
  void longestRun_stopsAtTheMost() {
    seal(chain[0]);
    seal(chain[1]);
    assertThat(index.longestRun(chain, 1, run)).isEqualTo(1);
  }

  @Test
  void seal_ofKnownContent_givesTheKnownBlock() {
    int first = seal(chain[0]);
    int second = pool.allocate();
    assertThat(index.seal(chain[0], second)).isEqualTo(first);
    pool.release(second);
    assertThat(pool.cached()).as("the second is plain").isZero();
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void eviction_removesTheEntry() {
    pool.release(seal(chain[0]));
    for (int i = 0; i < 4; i++) {
      pool.allocate();
    }
    assertThat(index.longestRun(chain, 4, run)).isZero();
    assertThat(index.size()).isZero();
  }

  @Test
  void forget_makesTheBlockUnfindableAndFreeOnceReleased() {
    int block = seal(chain[0]);
    index.forget(block);
    index.forget(block);
    assertThat(index.longestRun(chain, 4, run)).isZero();
    pool.release(block);
    assertThat(pool.free()).isEqualTo(4);
  }

  @Test
  void longestRun_ofAnotherTenantsSameTokens_isEmpty() {
    seal(chain[0]);
    byte[] salt = new byte[32];
    salt[0] = 1;
    assertThat(index.longestRun(chain(new HashChain(new byte[32], salt), 1), 4, run)).isZero();
  }

  private int seal(BlockHash hash) {
    return index.seal(hash, pool.allocate());
  }

  private static BlockHash[] chain(HashChain hashing, long seed) {
    int[] tokens = new Random(seed).ints(64, 0, 1000).toArray();
    BlockHash[] hashes = new BlockHash[4];
    hashes[0] = hashing.first(tokens);
    for (int i = 1; i < 4; i++) {
      hashes[i] = hashing.next(hashes[i - 1], tokens, 16 * i);
    }
    return hashes;
  }
}
