package dev.sigma.benchmarks.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** llama.cpp, called as a library. */
final class LlamaContender implements Contender {

  private static final int BATCH = 512;

  /** Context of each sequence, in tokens. */
  private static final int CONTEXT = 1024;

  private final LlamaLibrary library;
  private final MemorySegment model;
  private final int vocabulary;
  private final Map<Integer, MemorySegment> contexts = new HashMap<>();
  private final Batch batch = new Batch();

  private LlamaContender(LlamaLibrary library, MemorySegment model, int vocabulary) {
    this.library = library;
    this.model = model;
    this.vocabulary = vocabulary;
  }

  /**
   * @param libraries folder of llama.cpp's libraries
   */
  static LlamaContender open(Path gguf, int vocabulary, Path libraries) {
    LlamaLibrary library = LlamaLibrary.open(libraries);
    return new LlamaContender(library, library.loadModel(gguf), vocabulary);
  }

  @Override
  public String description() {
    return library.systemInfo();
  }

  @Override
  public double prefill(int[] prompt, int threads) {
    MemorySegment context = context(1, threads);
    long start = System.nanoTime();
    for (int from = 0; from < prompt.length; from += BATCH) {
      int count = Math.min(BATCH, prompt.length - from);
      batch.clear();
      for (int i = from; i < from + count; i++) {
        batch.add(prompt[i], i, 0, i == prompt.length - 1);
      }
      library.decode(context, batch.segment());
    }
    row(context, (prompt.length - 1) % BATCH); // it is waited for here
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public double decode(int[][] prompts, int count, int threads) {
    MemorySegment context = context(prompts.length, threads);
    int[] next = new int[prompts.length];
    for (int i = 0; i < prompts.length; i++) {
      int last = prompts[i].length - 1;
      batch.clear();
      for (int n = 0; n <= last; n++) {
        batch.add(prompts[i][n], n, i, n == last);
      }
      library.decode(context, batch.segment());
      next[i] = Logits.argmax(row(context, last), 0, vocabulary);
    }
    long start = System.nanoTime();
    for (int n = 0; n < count; n++) {
      batch.clear();
      for (int i = 0; i < prompts.length; i++) {
        batch.add(next[i], prompts[i].length + n, i, true);
      }
      library.decode(context, batch.segment());
      for (int i = 0; i < prompts.length; i++) {
        next[i] = Logits.argmax(row(context, i), 0, vocabulary);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public double[] score(int[] tokens) {
    MemorySegment context = context(1, 1);
    batch.clear();
    for (int i = 0; i < tokens.length - 1; i++) {
      batch.add(tokens[i], i, 0, true);
    }
    library.decode(context, batch.segment());
    double[] surprises = new double[tokens.length - 1];
    for (int i = 0; i < surprises.length; i++) {
      surprises[i] = Logits.surprise(row(context, i), 0, vocabulary, tokens[i + 1]);
    }
    return surprises;
  }

  /** An empty context. */
  private MemorySegment context(int sequences, int threads) {
    MemorySegment context =
        contexts.computeIfAbsent(sequences, n -> library.newContext(model, n * CONTEXT, BATCH, n));
    library.setThreads(context, threads);
    library.clear(context);
    return context;
  }

  private FloatBuffer row(MemorySegment context, int index) {
    return library
        .logits(context, index, vocabulary)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public void close() {
    contexts.values().forEach(library::free);
    library.freeModel(model);
  }

  /** A batch that is filled again and again. Lives as long as the process. */
  private static final class Batch {
    private final MemorySegment struct = Arena.global().allocate(LlamaLibrary.BATCH);
    private final MemorySegment tokens = array("token", ValueLayout.JAVA_INT);
    private final MemorySegment positions = array("pos", ValueLayout.JAVA_INT);
    private final MemorySegment counts = array("n_seq_id", ValueLayout.JAVA_INT);
    private final MemorySegment sequences = array("seq_id", ValueLayout.ADDRESS);
    private final MemorySegment wanted = array("logits", ValueLayout.JAVA_BYTE);
    private final MemorySegment ids = Arena.global().allocate(ValueLayout.JAVA_INT, BATCH);
    private int size;

    private MemorySegment array(String field, ValueLayout element) {
      MemorySegment array = Arena.global().allocate(element, BATCH);
      struct.set(ValueLayout.ADDRESS, offset(field), array);
      return array;
    }

    private static long offset(String field) {
      return LlamaLibrary.BATCH.byteOffset(PathElement.groupElement(field));
    }

    void clear() {
      size = 0;
    }

    void add(int token, int position, int sequence, boolean logits) {
      tokens.setAtIndex(ValueLayout.JAVA_INT, size, token);
      positions.setAtIndex(ValueLayout.JAVA_INT, size, position);
      counts.setAtIndex(ValueLayout.JAVA_INT, size, 1);
      ids.setAtIndex(ValueLayout.JAVA_INT, size, sequence);
      sequences.setAtIndex(
          ValueLayout.ADDRESS, size, ids.asSlice((long) Integer.BYTES * size, Integer.BYTES));
      wanted.set(ValueLayout.JAVA_BYTE, size, (byte) (logits ? 1 : 0));
      size++;
    }

    MemorySegment segment() {
      struct.set(ValueLayout.JAVA_INT, offset("n_tokens"), size);
      return struct;
    }
  }
}
