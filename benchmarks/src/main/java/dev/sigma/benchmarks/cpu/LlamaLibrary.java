package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the benchmark calls of llama.cpp's C interface ({@code llama.h} of the version that the root
 * pom.xml pins). Parameters are passed by value: that their layout is the one written here is
 * checked against the library's own defaults before anything is run.
 */
final class LlamaLibrary {

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final ValueLayout.OfBoolean BOOL = ValueLayout.JAVA_BOOLEAN;

  private static final StructLayout MODEL_PARAMETERS =
      MemoryLayout.structLayout(
          POINTER.withName("devices"),
          POINTER.withName("tensor_buft_overrides"),
          INT.withName("n_gpu_layers"),
          INT.withName("split_mode"),
          INT.withName("load_mode"),
          INT.withName("lazy_mode"),
          INT.withName("main_gpu"),
          MemoryLayout.paddingLayout(4),
          POINTER.withName("tensor_split"),
          POINTER.withName("progress_callback"),
          POINTER.withName("progress_callback_user_data"),
          POINTER.withName("kv_overrides"),
          BOOL.withName("vocab_only"),
          BOOL.withName("check_tensors"),
          BOOL.withName("use_extra_bufts"),
          BOOL.withName("no_host"),
          BOOL.withName("no_alloc"),
          BOOL.withName("load_mtp"),
          MemoryLayout.paddingLayout(2));

  private static final StructLayout CONTEXT_PARAMETERS =
      MemoryLayout.structLayout(
          INT.withName("n_ctx"),
          INT.withName("n_batch"),
          INT.withName("n_ubatch"),
          INT.withName("n_seq_max"),
          INT.withName("n_rs_seq"),
          INT.withName("n_outputs_max"),
          INT.withName("n_outputs_max_per_seq"),
          INT.withName("n_threads"),
          INT.withName("n_threads_batch"),
          INT.withName("ctx_type"),
          INT.withName("rope_scaling_type"),
          INT.withName("pooling_type"),
          INT.withName("attention_type"),
          INT.withName("flash_attn_type"),
          FLOAT.withName("rope_freq_base"),
          FLOAT.withName("rope_freq_scale"),
          FLOAT.withName("yarn_ext_factor"),
          FLOAT.withName("yarn_attn_factor"),
          FLOAT.withName("yarn_beta_fast"),
          FLOAT.withName("yarn_beta_slow"),
          INT.withName("yarn_orig_ctx"),
          FLOAT.withName("defrag_thold"),
          POINTER.withName("cb_eval"),
          POINTER.withName("cb_eval_user_data"),
          INT.withName("type_k"),
          INT.withName("type_v"),
          POINTER.withName("abort_callback"),
          POINTER.withName("abort_callback_data"),
          BOOL.withName("embeddings"),
          BOOL.withName("offload_kqv"),
          BOOL.withName("no_perf"),
          BOOL.withName("op_offload"),
          BOOL.withName("swa_full"),
          BOOL.withName("kv_unified"),
          MemoryLayout.paddingLayout(2),
          POINTER.withName("samplers"),
          ValueLayout.JAVA_LONG.withName("n_samplers"),
          POINTER.withName("ctx_other"));

  static final StructLayout BATCH =
      MemoryLayout.structLayout(
          INT.withName("n_tokens"),
          MemoryLayout.paddingLayout(4),
          POINTER.withName("token"),
          POINTER.withName("embd"),
          POINTER.withName("pos"),
          POINTER.withName("n_seq_id"),
          POINTER.withName("seq_id"),
          POINTER.withName("logits"));

  private static final int F16 = 1;

  private final Path folder;
  private final SymbolLookup symbols;
  private final MethodHandle decode;
  private final MethodHandle logits;

  private LlamaLibrary(Path folder, SymbolLookup symbols) {
    this.folder = folder;
    this.symbols = symbols;
    decode = handle("llama_decode", FunctionDescriptor.of(INT, POINTER, BATCH));
    logits = handle("llama_get_logits_ith", FunctionDescriptor.of(POINTER, POINTER, INT));
  }

  /**
   * Loads the library and, of its backends for processors, the best that this one can run.
   *
   * @param folder holds {@code libllama*.so}, {@code libggml*.so} and {@code libggml-cpu-*.so}
   */
  static LlamaLibrary open(Path folder) {
    SymbolLookup llama = lookup(folder, "libllama[.].*");
    LlamaLibrary library =
        new LlamaLibrary(folder, llama.or(lookup(folder, "libggml(\\.v[0-9.]*)?\\.so")));
    library.loadBackends();
    return library;
  }

  private static SymbolLookup lookup(Path folder, String pattern) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found =
          all.filter(file -> String.valueOf(file.getFileName()).matches(pattern)).toList();
      if (found.size() != 1) {
        throw new IllegalStateException(
            "%s: %d files match %s (expected: 1)".formatted(folder, found.size(), pattern));
      }
      return SymbolLookup.libraryLookup(found.getFirst(), Arena.global());
    } catch (IOException e) {
      throw new IllegalStateException(folder + ": no llama.cpp (expected: its libraries)", e);
    }
  }

  private void loadBackends() {
    try (Arena arena = Arena.ofConfined()) {
      call(
          handle("ggml_backend_load_all_from_path", FunctionDescriptor.ofVoid(POINTER)),
          arena.allocateFrom(folder.toString()));
    }
    call(handle("llama_backend_init", FunctionDescriptor.ofVoid()));
  }

  /** Its version and the features of the processor that it was built for and found. */
  String systemInfo() {
    MemorySegment version =
        (MemorySegment) call(handle("llama_version", FunctionDescriptor.of(POINTER)));
    MemorySegment info =
        (MemorySegment) call(handle("llama_print_system_info", FunctionDescriptor.of(POINTER)));
    return text(version) + ", " + backend() + "; " + text(info);
  }

  private static String text(MemorySegment pointer) {
    return pointer.reinterpret(1 << 16).getString(0).strip();
  }

  /** Which of the backends for processors was loaded. */
  private static String backend() {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains("libggml-cpu"))
          .map(line -> line.substring(line.lastIndexOf('/') + 1))
          .findFirst()
          .orElse("no CPU backend");
    } catch (IOException e) {
      return "backend unknown: " + e.getMessage();
    }
  }

  /** Maps a GGUF file; returns the model. */
  MemorySegment loadModel(Path gguf) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameters =
          (MemorySegment)
              call(
                  handle("llama_model_default_params", FunctionDescriptor.of(MODEL_PARAMETERS)),
                  arena);
      expect(parameters, MODEL_PARAMETERS, "n_gpu_layers", -1);
      expectFlag(parameters, MODEL_PARAMETERS, "use_extra_bufts", true);
      expectFlag(parameters, MODEL_PARAMETERS, "vocab_only", false);
      return present(
          call(
              handle(
                  "llama_model_load_from_file",
                  FunctionDescriptor.of(POINTER, POINTER, MODEL_PARAMETERS)),
              arena.allocateFrom(gguf.toString()),
              parameters),
          gguf);
    }
  }

  /**
   * Makes a context.
   *
   * @param tokens of all sequences together
   * @param batch most tokens of one call
   */
  MemorySegment newContext(MemorySegment model, int tokens, int batch, int sequences) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameters =
          (MemorySegment)
              call(
                  handle("llama_context_default_params", FunctionDescriptor.of(CONTEXT_PARAMETERS)),
                  arena);
      expect(parameters, CONTEXT_PARAMETERS, "n_ctx", 512);
      expect(parameters, CONTEXT_PARAMETERS, "n_ubatch", 512);
      expect(parameters, CONTEXT_PARAMETERS, "n_seq_max", 1);
      expect(parameters, CONTEXT_PARAMETERS, "n_outputs_max_per_seq", 1);
      expect(parameters, CONTEXT_PARAMETERS, "type_k", F16);
      expect(parameters, CONTEXT_PARAMETERS, "type_v", F16);
      expectFlag(parameters, CONTEXT_PARAMETERS, "offload_kqv", true);
      expectFlag(parameters, CONTEXT_PARAMETERS, "kv_unified", false);
      set(parameters, "n_ctx", tokens);
      set(parameters, "n_batch", batch);
      set(parameters, "n_seq_max", sequences);
      set(parameters, "n_outputs_max_per_seq", 0); // as many as in the batch
      return present(
          call(
              handle(
                  "llama_init_from_model",
                  FunctionDescriptor.of(POINTER, POINTER, CONTEXT_PARAMETERS)),
              model,
              parameters),
          model);
    }
  }

  private static void set(MemorySegment parameters, String name, int value) {
    parameters.set(INT, CONTEXT_PARAMETERS.byteOffset(PathElement.groupElement(name)), value);
  }

  private static void expect(MemorySegment struct, StructLayout layout, String name, int expected) {
    int value = struct.get(INT, layout.byteOffset(PathElement.groupElement(name)));
    if (value != expected) {
      throw new IllegalStateException(
          "llama.cpp: default of %s is %d (expected: %d): not the llama.h that this was written for"
              .formatted(name, value, expected));
    }
  }

  private static void expectFlag(
      MemorySegment struct, StructLayout layout, String name, boolean expected) {
    int value =
        struct.get(ValueLayout.JAVA_BYTE, layout.byteOffset(PathElement.groupElement(name)));
    if (value != (expected ? 1 : 0)) {
      throw new IllegalStateException(
          "llama.cpp: default of %s is %d (expected: %s): not the llama.h that this was written for"
              .formatted(name, value, expected));
    }
  }

  void setThreads(MemorySegment context, int threads) {
    call(
        handle("llama_set_n_threads", FunctionDescriptor.ofVoid(POINTER, INT, INT)),
        context,
        threads,
        threads);
  }

  /** Forgets all sequences. */
  void clear(MemorySegment context) {
    Object memory =
        call(handle("llama_get_memory", FunctionDescriptor.of(POINTER, POINTER)), context);
    call(handle("llama_memory_clear", FunctionDescriptor.ofVoid(POINTER, BOOL)), memory, false);
  }

  /** Runs a batch, of layout {@link #BATCH}. */
  void decode(MemorySegment context, MemorySegment batch) {
    int status;
    try {
      status = (int) decode.invokeExact(context, batch);
    } catch (Throwable e) {
      throw thrown(e);
    }
    if (status != 0) {
      throw new IllegalStateException("llama_decode: " + status + " (expected: 0)");
    }
  }

  /** Logits of token {@code index} of the last batch. */
  MemorySegment logits(MemorySegment context, int index, int vocabulary) {
    try {
      MemorySegment row = (MemorySegment) logits.invokeExact(context, index);
      return row.reinterpret((long) Float.BYTES * vocabulary);
    } catch (Throwable e) {
      throw thrown(e);
    }
  }

  void free(MemorySegment context) {
    call(handle("llama_free", FunctionDescriptor.ofVoid(POINTER)), context);
  }

  void freeModel(MemorySegment model) {
    call(handle("llama_model_free", FunctionDescriptor.ofVoid(POINTER)), model);
  }

  private MethodHandle handle(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), descriptor);
  }

  private static MemorySegment present(Object pointer, Object what) {
    MemorySegment segment = (MemorySegment) pointer;
    if (segment.equals(MemorySegment.NULL)) {
      throw new IllegalStateException("llama.cpp refused %s; see its log".formatted(what));
    }
    return segment;
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      Object result = function.invokeWithArguments(arguments);
      return result == null ? MemorySegment.NULL : result;
    } catch (Throwable e) {
      throw thrown(e);
    }
  }

  /** Throws what a call threw; native functions throw nothing of their own. */
  private static RuntimeException thrown(Throwable e) {
    switch (e) {
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      default -> throw new IllegalStateException("a native function threw", e);
    }
  }
}
