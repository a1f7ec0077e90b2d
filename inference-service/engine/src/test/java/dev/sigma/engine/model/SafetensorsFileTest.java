package dev.sigma.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

  @TempDir Path folder;

  @Test
  void find_everyFloatType_widens() throws IOException {
    float[] values = {1, -2, 0.5f, 1024, -0.125f, 0};
    byte[] half = new byte[12];
    for (int i = 0; i < values.length; i++) {
      short bits = Float.floatToFloat16(values[i]);
      half[2 * i] = (byte) bits;
      half[2 * i + 1] = (byte) (bits >> 8);
    }
    byte[] file =
        new SafetensorsWriter()
            .f32("a", values, 2, 3)
            .bf16("b", values, 6)
            .add("c", "F16", half, 3, 2)
            .bytes();
    try (Arena arena = Arena.ofConfined()) {
      SafetensorsFile opened = SafetensorsFile.open(write(file), arena);
      assertThat(opened.names()).containsExactlyInAnyOrder("a", "b", "c");
      for (String name : opened.names()) {
        assertThat(opened.find(name).orElseThrow().floats()).isEqualTo(values);
      }
      assertThat(opened.find("a").orElseThrow().shape()).isEqualTo(List.of(2L, 3L));
      assertThat(opened.find("d")).isEmpty();
    }
  }

  @Test
  void open_oddHeaderLengthMetadataAndAnyOrder_reads() throws IOException {
    String header =
        """
        {"__metadata__":{"format":"pt"},
         "late":{"dtype":"F32","shape":[1],"data_offsets":[3,7]},
         "none":{"dtype":"F32","shape":[0,5],"data_offsets":[3,3]},
         "first":{"dtype":"I8","shape":[3],"data_offsets":[0,3]}}   \
        """;
    byte[] data = {1, 2, 3, 0, 0, (byte) 0x80, 0x3F};
    try (Arena arena = Arena.ofConfined()) {
      Path file = write(SafetensorsWriter.file(header, data));
      SafetensorsFile opened = SafetensorsFile.open(file, arena);
      assertThat(opened.find("late").orElseThrow().floats()).containsExactly(1);
      assertThat(opened.find("none").orElseThrow().floats()).isEmpty();
    }
  }

  /** Headers over 8 bytes of data. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                                                     | header is not JSON
          []                                                                           | header: START_ARRAY (expected: START_OBJECT)
          {}                                                                           | tensors cover 0 bytes (expected: all 8
          {} {}                                                                        | goes on after its object
          {"a":1}                                                                      | a: VALUE_NUMBER_INT (expected: START_OBJECT)
          {"a":{"dtype":"F32","shape":[2]}}                                            | a: incomplete
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}                         | a: incomplete
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}                     | more than 2 numbers
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}                 | a: key x
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"dtype":"F32"}}         | header is not JSON: Duplicate
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | header is not JSON: Duplicate
          {"a":{"dtype":"Q4","shape":[2],"data_offsets":[0,8]}}                        | a: dtype Q4
          {"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}}                           | a dtype: VALUE_NUMBER_INT
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                       | a: 8 bytes (expected: 12 for F32 [3])
          {"a":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}}                     | a shape: VALUE_NUMBER_FLOAT
          {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                      | a shape: -2
          {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}    | a shape: 99999999999999999999
          {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}}   | fewer than 2^63 bytes
          {"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}}       | more than 8 numbers
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}                      | a data_offsets: -8
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                       | a: bytes 8 to 0 (expected: ascending
          {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}                      | a: bytes 0 to 16 (expected: ascending, within the file's 8)
          {"a":{"dtype":"I8","shape":[6],"data_offsets":[0,6]},"b":{"dtype":"I8","shape":[6],"data_offsets":[2,8]}} | b: starts at byte 2, an overlap (expected: at 6
          {"a":{"dtype":"I8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"I8","shape":[4],"data_offsets":[4,8]}} | b: starts at byte 4, a hole (expected: at 2
          {"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]}}                        | tensors cover 4 bytes
          {"a":{"dtype":"I8","shape":[8],"data_offsets":[0,8]}                         | header is not JSON
          """)
  void open_malformedHeader_saysWhatAndWhere(String header, String message) throws IOException {
    Path file = write(SafetensorsWriter.file(header, new byte[8]));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("t.safetensors")
        .hasMessageContaining(message);
  }

  @Test
  void open_headerLongerThanFile_isRefusedBeforeAllocation() throws IOException {
    byte[] file = new SafetensorsWriter().f32("a", new float[2], 2).bytes();
    file[7] = (byte) 0x7F;
    assertThatThrownBy(() -> open(write(file))).hasMessageContaining("expected: at most");
    file[7] = (byte) 0xFF;
    assertThatThrownBy(() -> open(write(file)))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("expected: at most " + (file.length - 8));
    assertThatThrownBy(() -> open(write(new byte[7]))).hasMessageContaining("at least 8");
    assertThatThrownBy(() -> open(write(new byte[0]))).hasMessageContaining("at least 8");
    assertThatThrownBy(() -> open(folder.resolve("no"))).hasMessageContaining("missing");
  }

  @Test
  void open_truncatedAnywhere_isRefused() throws IOException {
    byte[] file =
        new SafetensorsWriter().f32("a", new float[2], 2).bf16("b", new float[3], 3).bytes();
    for (int length = 0; length < file.length; length++) {
      Path cut = write(Arrays.copyOf(file, length));
      assertThatThrownBy(() -> open(cut)).isInstanceOf(ModelFormatException.class);
    }
  }

  @Test
  void parse_mutatedHeaders_giveOnlyFormatErrors() {
    byte[] whole =
        new SafetensorsWriter()
            .f32("model.norm.weight", new float[6], 2, 3)
            .bf16("b\\u00e9", new float[4], 4)
            .i64("c", 1, 2)
            .bytes();
    byte[] header = Arrays.copyOfRange(whole, 8, whole.length - 24 - 8 - 16);
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < 40_000; round++) {
      byte[] mutated = Arrays.copyOf(header, header.length - random.nextInt(3));
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(mutated.length);
        mutated[at] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : header[random.nextInt(header.length)];
      }
      try {
        SafetensorsHeader.parse("fuzz", mutated, 48)
            .values()
            .forEach(e -> assertThat(e.end()).isBetween(e.begin(), 48L));
      } catch (ModelFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(30_000);
  }

  @Test
  void floats_notFinite_namesTensorAndIndex() throws IOException {
    Path file = write(new SafetensorsWriter().f32("n", new float[] {1, Float.NaN}, 2).bytes());
    try (Arena arena = Arena.ofConfined()) {
      Tensor tensor = SafetensorsFile.open(file, arena).find("n").orElseThrow();
      assertThatThrownBy(tensor::floats)
          .hasMessage("t.safetensors: n: value 1 is NaN (expected: finite)");
    }
  }

  private static void open(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      SafetensorsFile.open(file, arena);
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("t.safetensors"), bytes);
  }
}
