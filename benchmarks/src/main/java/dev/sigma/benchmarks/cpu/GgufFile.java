package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a model as GGUF version 3, what llama.cpp reads: matrices as Q8_0 (a block of 32 values is
 * an f16 scale and 32 signed bytes), norms as f32, no vocabulary but its size. The format is
 * described in docs/gguf.md of ggml.
 */
final class GgufFile {

  private static final int VERSION = 3;
  private static final int ALIGNMENT = 32;
  private static final int MOSTLY_Q8_0 = 7;
  private static final int QUANTIZATION_VERSION = 2;

  // types of metadata
  private static final int UINT32 = 4;
  private static final int FLOAT32 = 6;
  private static final int STRING = 8;

  // types of tensors
  private static final int F32 = 0;
  private static final int Q8_0 = 8;

  private static final int BLOCK_BYTES = Short.BYTES + ModelTensor.GROUP;

  private final LittleEndianFile out;

  private GgufFile(LittleEndianFile out) {
    this.out = out;
  }

  static void write(Path file, ModelShape shape, RandomWeights weights) throws IOException {
    try (LittleEndianFile out = new LittleEndianFile(file)) {
      new GgufFile(out).write(shape, weights);
    }
  }

  private void write(ModelShape shape, RandomWeights weights) throws IOException {
    List<ModelTensor> tensors = shape.tensors();
    List<Metadata> metadata = metadata(shape);
    out.bytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    out.int32(VERSION);
    out.int64(tensors.size());
    out.int64(metadata.size());
    for (Metadata entry : metadata) {
      write(entry);
    }
    long offset = 0;
    for (ModelTensor tensor : tensors) {
      describe(tensor, offset);
      offset += Math.ceilDiv(bytes(tensor), ALIGNMENT) * ALIGNMENT;
    }
    for (ModelTensor tensor : tensors) {
      out.align(ALIGNMENT);
      data(tensor, weights);
    }
    out.align(ALIGNMENT);
  }

  private record Metadata(String key, Object value) {}

  private static List<Metadata> metadata(ModelShape shape) {
    return List.of(
        new Metadata("general.architecture", "llama"),
        new Metadata("general.name", shape.name()),
        new Metadata("general.file_type", MOSTLY_Q8_0),
        new Metadata("general.quantization_version", QUANTIZATION_VERSION),
        new Metadata("llama.vocab_size", shape.vocabulary()),
        new Metadata("llama.context_length", shape.positions()),
        new Metadata("llama.embedding_length", shape.hidden()),
        new Metadata("llama.block_count", shape.layers()),
        new Metadata("llama.feed_forward_length", shape.feedForward()),
        new Metadata("llama.attention.head_count", shape.heads()),
        new Metadata("llama.attention.head_count_kv", shape.keyValueHeads()),
        new Metadata("llama.attention.layer_norm_rms_epsilon", ModelShape.NORM_EPSILON),
        new Metadata("llama.rope.dimension_count", shape.headDim()),
        new Metadata("llama.rope.freq_base", ModelShape.ROPE_THETA),
        new Metadata("tokenizer.ggml.model", "no_vocab"));
  }

  private void write(Metadata entry) throws IOException {
    out.text(entry.key());
    switch (entry.value()) {
      case Integer number -> {
        out.int32(UINT32);
        out.int32(number);
      }
      case Float number -> {
        out.int32(FLOAT32);
        out.float32(number);
      }
      default -> {
        out.int32(STRING);
        out.text(entry.value().toString());
      }
    }
  }

  private void describe(ModelTensor tensor, long offset) throws IOException {
    out.text(tensor.ggufName());
    out.int32(tensor.isMatrix() ? 2 : 1);
    out.int64(tensor.columns());
    if (tensor.isMatrix()) {
      out.int64(tensor.rows());
    }
    out.int32(tensor.isMatrix() ? Q8_0 : F32);
    out.int64(offset);
  }

  private static long bytes(ModelTensor tensor) {
    return tensor.isMatrix()
        ? (long) tensor.rows() * tensor.groups() * BLOCK_BYTES
        : (long) tensor.columns() * Float.BYTES;
  }

  private void data(ModelTensor tensor, RandomWeights weights) throws IOException {
    if (!tensor.isMatrix()) {
      for (float value : weights.norm(tensor)) {
        out.float32(value);
      }
      return;
    }
    byte[] values = new byte[tensor.columns()];
    short[] scales = new short[tensor.groups()];
    for (int row = 0; row < tensor.rows(); row++) {
      weights.row(tensor, tensor.ggufRow(row), values, scales);
      for (int group = 0; group < scales.length; group++) {
        out.int16(scales[group]);
        out.bytes(values, group * ModelTensor.GROUP, ModelTensor.GROUP);
      }
    }
  }
}
