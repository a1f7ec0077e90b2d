package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a model as safetensors: norms as f32; matrices as integers with their scales in a tensor
 * of their own, in one of two encodings.
 */
final class SafetensorsFile {

  private static final int HEADER_ALIGNMENT = 8;

  private final LittleEndianFile out;
  private final MatrixEncoding encoding;

  private SafetensorsFile(LittleEndianFile out, MatrixEncoding encoding) {
    this.out = out;
    this.encoding = encoding;
  }

  static void write(Path file, ModelShape shape, RandomWeights weights, MatrixEncoding encoding)
      throws IOException {
    try (LittleEndianFile out = new LittleEndianFile(file)) {
      new SafetensorsFile(out, encoding).write(shape.tensors(), weights);
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
        matrix(tensor, weights);
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
        ObjectNode values = entry(header, tensor.name(), encoding.type(), rows, tensor.columns());
        offset = range(values, offset, encoding.bytes(rows * tensor.columns()));
        String name = tensor.name() + encoding.suffix();
        ObjectNode scales = entry(header, name, encoding.scaleType(), rows, tensor.groups());
        offset = range(scales, offset, encoding.scaleBytes() * rows * tensor.groups());
      } else {
        ObjectNode values = entry(header, tensor.name(), "F32", tensor.columns());
        offset = range(values, offset, (long) Float.BYTES * tensor.columns());
      }
    }
    return mapper.writeValueAsString(header);
  }

  private static ObjectNode entry(ObjectNode header, String name, String type, long... shape) {
    ObjectNode entry = header.putObject(name).put("dtype", type);
    ArrayNode dims = entry.putArray("shape");
    for (long dim : shape) {
      dims.add(dim);
    }
    return entry;
  }

  /** Says where a tensor lies; returns where it ends. */
  private static long range(ObjectNode entry, long from, long bytes) {
    entry.putArray("data_offsets").add(from).add(from + bytes);
    return from + bytes;
  }

  private void matrix(ModelTensor tensor, RandomWeights weights) throws IOException {
    byte[] values = new byte[tensor.columns()];
    short[] scales = new short[tensor.groups()];
    for (int row = 0; row < tensor.rows(); row++) {
      weights.row(tensor, row, values, scales);
      encoding.writeValues(out, values, scales);
    }
    for (int row = 0; row < tensor.rows(); row++) {
      weights.row(tensor, row, values, scales);
      encoding.writeScales(out, values, scales);
    }
  }
}
