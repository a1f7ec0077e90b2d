package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a model as safetensors: norms as f32; matrices as int8 with their scales in a tensor of
 * their own, for which two conventions exist.
 */
final class SafetensorsFile {

  private static final int HEADER_ALIGNMENT = 8;

  /** How int8 matrices are written. */
  enum Convention {
    /** compressed-tensors: {@code X.weight_scale} in f16. */
    COMPRESSED_TENSORS("_scale", "F16", Short.BYTES),
    /** Jlama: {@code X.weight.qb} in f32. */
    JLAMA(".qb", "F32", Float.BYTES);

    private final String suffix;
    private final String scaleType;
    private final int scaleBytes;

    Convention(String suffix, String scaleType, int scaleBytes) {
      this.suffix = suffix;
      this.scaleType = scaleType;
      this.scaleBytes = scaleBytes;
    }
  }

  private final LittleEndianFile out;
  private final Convention convention;

  private SafetensorsFile(LittleEndianFile out, Convention convention) {
    this.out = out;
    this.convention = convention;
  }

  static void write(Path file, ModelShape shape, RandomWeights weights, Convention convention)
      throws IOException {
    try (LittleEndianFile out = new LittleEndianFile(file)) {
      new SafetensorsFile(out, convention).write(shape.tensors(), weights);
    }
  }

  private void write(List<ModelTensor> tensors, RandomWeights weights) throws IOException {
    String header = header(tensors);
    byte[] json =
        (header + " ".repeat(Math.floorMod(-header.length(), HEADER_ALIGNMENT)))
            .getBytes(StandardCharsets.US_ASCII);
    out.int64(json.length);
    out.bytes(json);
    for (ModelTensor tensor : tensors) {
      if (tensor.isMatrix()) {
        values(tensor, weights);
        scales(tensor, weights);
      } else {
        for (float value : weights.norm(tensor)) {
          out.float32(value);
        }
      }
    }
  }

  private String header(List<ModelTensor> tensors) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode header = mapper.createObjectNode();
    long offset = 0;
    for (ModelTensor tensor : tensors) {
      if (tensor.isMatrix()) {
        long rows = tensor.rows();
        String scale = tensor.name() + convention.suffix;
        offset = entry(header, tensor.name(), "I8", 1, offset, rows, tensor.columns());
        offset =
            entry(
                header,
                scale,
                convention.scaleType,
                convention.scaleBytes,
                offset,
                rows,
                tensor.groups());
      } else {
        offset = entry(header, tensor.name(), "F32", Float.BYTES, offset, tensor.columns());
      }
    }
    return mapper.writeValueAsString(header);
  }

  /** Adds an entry; returns where the tensor ends. */
  private static long entry(
      ObjectNode header, String name, String type, int bytes, long offset, long... shape) {
    long count = 1;
    ObjectNode entry = header.putObject(name).put("dtype", type);
    for (long dim : shape) {
      entry.withArray("shape").add(dim);
      count *= dim;
    }
    long end = offset + count * bytes;
    entry.putArray("data_offsets").add(offset).add(end);
    return end;
  }

  private void values(ModelTensor tensor, RandomWeights weights) throws IOException {
    byte[] values = new byte[tensor.columns()];
    short[] scales = new short[tensor.groups()];
    for (int row = 0; row < tensor.rows(); row++) {
      weights.row(tensor, row, values, scales);
      out.bytes(values);
    }
  }

  private void scales(ModelTensor tensor, RandomWeights weights) throws IOException {
    byte[] values = new byte[tensor.columns()];
    short[] scales = new short[tensor.groups()];
    for (int row = 0; row < tensor.rows(); row++) {
      weights.row(tensor, row, values, scales);
      for (short scale : scales) {
        if (convention == Convention.COMPRESSED_TENSORS) {
          out.int16(scale);
        } else {
          out.float32(Float.float16ToFloat(scale));
        }
      }
    }
  }
}
