package dev.sigma.engine.runner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What PyTorch computed (models/sigma/fixtures.py): {@code expected.safetensors} of a fixture
 * folder.
 *
 * @param tokens the text, {@code [T]}
 * @param rows which rows' logits are kept, {@code [R]}
 * @param logits {@code [R][vocabulary]}
 */
record Fixture(int[] tokens, int[] rows, float[][] logits) {

  static final Path FOLDER = Path.of("src/test/resources/fixtures");

  static Fixture read(Path folder) {
    try {
      ByteBuffer file =
          ByteBuffer.wrap(Files.readAllBytes(folder.resolve("expected.safetensors")))
              .order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[Math.toIntExact(file.getLong())];
      file.get(header);
      JsonNode tensors = JsonMapper.shared().readTree(new String(header, StandardCharsets.UTF_8));
      ByteBuffer data = file.slice().order(ByteOrder.LITTLE_ENDIAN);
      int[] rows = integers(tensors.get("rows"), data);
      JsonNode shape = tensors.get("logits").get("shape");
      float[][] logits = new float[rows.length][shape.get(1).intValue()];
      int at = offset(tensors.get("logits"));
      for (float[] row : logits) {
        for (int i = 0; i < row.length; i++, at += Float.BYTES) {
          row[i] = data.getFloat(at);
        }
      }
      return new Fixture(integers(tensors.get("tokens"), data), rows, logits);
    } catch (IOException e) {
      throw new IllegalStateException("fixture " + folder + " cannot be read", e);
    }
  }

  private static int[] integers(JsonNode tensor, ByteBuffer data) {
    int[] values = new int[tensor.get("shape").get(0).intValue()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.toIntExact(data.getLong(offset(tensor) + i * Long.BYTES));
    }
    return values;
  }

  private static int offset(JsonNode tensor) {
    return tensor.get("data_offsets").get(0).intValue();
  }
}
