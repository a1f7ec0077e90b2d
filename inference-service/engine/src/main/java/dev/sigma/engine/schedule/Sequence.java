package dev.sigma.engine.schedule;

import static dev.sigma.engine.runner.StepPlan.BLOCK_TOKENS;

import dev.sigma.engine.kv.BlockHash;
import dev.sigma.engine.kv.BlockPool;
import dev.sigma.engine.kv.BlockTable;
import dev.sigma.engine.kv.HashChain;
import dev.sigma.engine.kv.PrefixIndex;
import dev.sigma.engine.schedule.GenerationListener.GenerationUsage;
import java.util.Arrays;
import java.util.Objects;

/**
 * One request on its way: its tokens, how many of them have K/V in blocks, and which blocks. Tokens
 * outlive the blocks: a preempted sequence loses its blocks, keeps its tokens and computes them
 * again as if they were its prompt. Made on the caller's thread, then touched by the engine thread
 * only, but for the wish to cancel.
 */
final class Sequence {

  private final GenerationRequest request;
  private final Answer answer;
  private final HashChain chain;
  private final int limit;
  private int[] tokens;
  private int length;

  /** Hashes of the full blocks that {@link #tokens} make, {@code [length / 16]} in use. */
  private BlockHash[] hashes;

  private int hashed;

  private final BlockTable table;
  private int computed;
  private int sealed;
  private int planned;

  private long ticket = -1;
  private int cachedTokens;
  private int fetchedFrom;
  private int fetchedTo;
  private volatile boolean cancelled;

  Sequence(GenerationRequest request, Answer answer, HashChain chain, BlockPool pool) {
    this.request = request;
    this.answer = answer;
    this.chain = chain;
    length = request.prompt().length;
    limit = length + request.maxTokens();
    tokens = Arrays.copyOf(request.prompt(), Math.min(limit, length + BLOCK_TOKENS));
    hashes = new BlockHash[Math.max(1, length / BLOCK_TOKENS)];
    table = new BlockTable(pool, BlockTable.blocksFor(limit));
    extendHashes();
  }

  GenerationRequest request() {
    return request;
  }

  Answer answer() {
    return answer;
  }

  int[] tokens() {
    return tokens;
  }

  /** Tokens, prompt and answer. */
  int length() {
    return length;
  }

  int promptLength() {
    return request.prompt().length;
  }

  int generated() {
    return length - promptLength();
  }

  BlockTable table() {
    return table;
  }

  /** Tokens whose K/V is in its blocks. */
  int computed() {
    return computed;
  }

  /** Whether only its newest token is left to compute. */
  boolean decoding() {
    return computed == length - 1;
  }

  /** Rows that it has in the step being planned or run. */
  int planned() {
    return planned;
  }

  void plan(int rows) {
    planned = rows;
  }

  /** Its place in the order of first admission; the highest is the youngest. */
  long ticket() {
    return ticket;
  }

  boolean admittedBefore() {
    return ticket >= 0;
  }

  /** Notes its first admission. */
  void admit(long place, int cached) {
    ticket = place;
    cachedTokens = cached;
  }

  /** Prompt tokens that were in the prefix index when it was first admitted. */
  int cachedTokens() {
    return cachedTokens;
  }

  /** Those of them that came from another worker. */
  int remoteTokens() {
    int end = Math.min(cachedTokens / BLOCK_TOKENS, fetchedTo);
    return Math.max(0, end - fetchedFrom) * BLOCK_TOKENS;
  }

  /** Notes that blocks {@code [from, to)} came from another worker. */
  void fetched(int from, int to) {
    fetchedFrom = from;
    fetchedTo = to;
  }

  GenerationUsage usage() {
    return new GenerationUsage(promptLength(), cachedTokens, remoteTokens(), generated());
  }

  boolean cancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  /** Blocks that all its tokens take. */
  int blocksNeeded() {
    return BlockTable.blocksFor(length);
  }

  /** Longest run of its blocks in the index; its last token is never part of it. */
  int cachedRun(PrefixIndex index, int[] run) {
    return index.longestRun(hashes, reusable(), run);
  }

  /**
   * Whether {@code other} is about to compute block {@code block} of what this one needs, so that
   * waiting for it is cheaper than computing it twice.
   */
  boolean awaits(Sequence other, int block) {
    return block < reusable()
        && !other.decoding()
        && block < other.hashed
        && block >= other.sealed
        && hashes[block].equals(other.hashes[block]);
  }

  /** Takes the blocks it starts with: {@code shared} from the index, then new ones. */
  void start(int[] run, int shared) {
    for (int i = 0; i < shared; i++) {
      table.appendShared(run[i]);
    }
    while (table.size() < blocksNeeded()) {
      table.appendNew();
    }
    computed = shared * BLOCK_TOKENS;
    sealed = shared;
  }

  /**
   * Notes that its planned rows have been computed, and seals the blocks that became full; tells
   * {@code fresh} of those that nobody had sealed before.
   */
  void advance(PrefixIndex index, WriteBehind fresh) {
    computed += planned;
    planned = 0;
    for (; sealed < computed / BLOCK_TOKENS; sealed++) {
      int own = table.blocks()[sealed];
      int block = index.seal(hashes[sealed], own);
      if (block != own) {
        table.replace(sealed, block);
      } else {
        fresh.sealed(this, sealed);
      }
    }
  }

  /** Takes its sealed blocks out of the index: their content is not to be trusted. */
  void forget(PrefixIndex index) {
    for (int i = 0; i < sealed; i++) {
      index.forget(table.blocks()[i]);
    }
  }

  /** Appends a drawn token. */
  void append(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, Math.min(limit, 2 * length));
    }
    tokens[length++] = token;
    extendHashes();
  }

  /** Gives its blocks back; it can start again. */
  void release() {
    table.release();
    computed = 0;
    sealed = 0;
    planned = 0;
  }

  /** Full blocks that it could take from others: not the one of its last token. */
  int reusable() {
    return (length - 1) / BLOCK_TOKENS;
  }

  /** Hash of full block {@code index}. */
  BlockHash hash(int index) {
    return hashes[Objects.checkIndex(index, hashed)];
  }

  private void extendHashes() {
    for (; hashed < length / BLOCK_TOKENS; hashed++) {
      if (hashed == hashes.length) {
        hashes = Arrays.copyOf(hashes, Math.min(2 * hashed, limit / BLOCK_TOKENS));
      }
      hashes[hashed] =
          hashed == 0
              ? chain.first(tokens)
              : chain.next(hashes[hashed - 1], tokens, hashed * BLOCK_TOKENS);
    }
  }
}
