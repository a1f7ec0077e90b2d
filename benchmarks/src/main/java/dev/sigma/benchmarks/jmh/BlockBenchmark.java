package dev.sigma.benchmarks.jmh;

import dev.sigma.engine.kv.BlockHash;
import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.BlockTable;
import dev.sigma.engine.kv.PrefixIndex;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Block tables and the prefix index, for a sequence of 1,024 tokens. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BlockBenchmark {

  private static final int POOL = 1024;
  private static final int BLOCKS = 64;

  private final BlockPool pool = new BlockPool(POOL);
  private final PrefixIndex index = new PrefixIndex(pool);
  private final BlockHash[] known = new BlockHash[BLOCKS];
  private final int[] run = new int[BLOCKS];

  @Setup
  public void enter() {
    BlockTable table = new BlockTable(pool, BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      known[i] = new BlockHash(i, i * 31L, ~i, 1);
      table.appendNew();
      index.seal(known[i], table.blocks()[i]);
    }
    table.release();
  }

  /** 64 new blocks, and back. */
  @Benchmark
  public int table() {
    BlockTable table = new BlockTable(pool, BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      table.appendNew();
    }
    table.release();
    return pool.available();
  }

  /** 64 hashes found, their blocks held, and back. */
  @Benchmark
  public int prefixIndex() {
    int found = index.longestRun(known, BLOCKS, run);
    BlockTable table = new BlockTable(pool, BLOCKS);
    for (int i = 0; i < found; i++) {
      table.appendShared(run[i]);
    }
    table.release();
    return found;
  }
}
