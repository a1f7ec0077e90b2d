package dev.sigma.engine.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockPoolTest {

  private final List<Integer> evicted = new ArrayList<>();

  @Test
  void allocate_withNothingFree_evictsTheLeastRecentlyUsed() {
    BlockPool pool = pool(3);
    int head = cached(pool);
    int middle = cached(pool);
    int tail = cached(pool);
    pool.retain(head); // used again: now the most recent
    pool.release(head);
    assertThat(pool.cached()).isEqualTo(3);
    assertThat(pool.allocate()).isEqualTo(middle);
    assertThat(pool.allocate()).isEqualTo(tail);
    assertThat(pool.allocate()).isEqualTo(head);
    assertThat(evicted).containsExactly(middle, tail, head);
  }

  @Test
  void allocate_withAllInUse_isRefused() {
    BlockPool pool = pool(1);
    pool.allocate();
    assertThat(pool.available()).isZero();
    assertThatThrownBy(pool::allocate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("all 1 blocks are in use");
  }

  @Test
  void release_ofABlockNobodyHolds_isRefused() {
    BlockPool pool = pool(2);
    int block = pool.allocate();
    pool.release(block);
    assertThatThrownBy(() -> pool.release(block)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> pool.retain(block)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void table_release_givesTailsBackFirst() {
    BlockPool pool = pool(3);
    BlockTable table = new BlockTable(pool, 3);
    for (int i = 0; i < 3; i++) {
      table.appendNew();
      pool.markIndexed(table.blocks()[i]);
    }
    int[] chain = table.blocks().clone();
    table.release();
    assertThat(List.of(pool.allocate(), pool.allocate(), pool.allocate()))
        .containsExactly(chain[2], chain[1], chain[0]);
  }

  @Test
  void table_pastItsLimit_isRefusedWithoutALeak() {
    BlockPool pool = pool(2);
    BlockTable table = new BlockTable(pool, 1);
    table.appendNew();
    assertThatThrownBy(table::appendNew).hasMessage("block table: 2 entries (expected: <= 1)");
    assertThat(pool.inUse()).isEqualTo(1);
  }

  @Test
  void randomOperations_agreeWithANaivePool() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      BlockPool pool = pool(1 + random.nextInt(12));
      Map<Integer, Integer> references = new HashMap<>();
      Set<Integer> marked = new HashSet<>();
      SequencedSet<Integer> cached = new LinkedHashSet<>(); // least recently used first
      for (int i = 0; i < 400; i++) {
        int block = random.nextInt(pool.blocks());
        boolean held = references.containsKey(block);
        switch (random.nextInt(4)) {
          case 0 -> {
            if (pool.available() > 0) {
              boolean mustEvict = references.size() + cached.size() == pool.blocks();
              int given = pool.allocate();
              assertThat(references).doesNotContainKey(given);
              if (mustEvict) {
                assertThat(given).isEqualTo(cached.removeFirst());
                marked.remove(given);
              }
              assertThat(cached).doesNotContain(given);
              references.put(given, 1);
            }
          }
          case 1 -> {
            if (held || cached.contains(block)) {
              pool.retain(block);
              cached.remove(block);
              references.merge(block, 1, Integer::sum);
            }
          }
          case 2 -> {
            if (held) {
              pool.release(block);
              references.computeIfPresent(block, (b, n) -> n == 1 ? null : n - 1);
              if (!references.containsKey(block) && marked.contains(block)) {
                cached.add(block);
              }
            }
          }
          default -> {
            if (held && !marked.contains(block)) {
              pool.markIndexed(block);
              marked.add(block);
            } else if (held) {
              pool.unmarkIndexed(block);
              marked.remove(block);
            }
          }
        }
        assertThat(pool.inUse()).isEqualTo(references.size());
        assertThat(pool.cached()).isEqualTo(cached.size());
        assertThat(pool.free()).isEqualTo(pool.blocks() - references.size() - cached.size());
      }
    }
  }

  private BlockPool pool(int blocks) {
    BlockPool pool = new BlockPool(blocks);
    pool.onEviction(evicted::add);
    return pool;
  }

  private static int cached(BlockPool pool) {
    int block = pool.allocate();
    pool.markIndexed(block);
    pool.release(block);
    return block;
  }
}
