package dev.sigma.engine.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceContextTest {

  private static final String DOUBLE_IT =
      "__kernel void twice(__global int* x) { x[get_global_id(0)] *= FACTOR; }";

  @TempDir Path folder;

  private DeviceContext open() {
    return DeviceContext.open(new DeviceChoice.Auto(), folder);
  }

  @Test
  void list_thisMachine_describesItsDevices() {
    List<DeviceCapabilities> devices = OpenClDevices.list();
    assertThat(devices).isNotEmpty();
    assertThat(devices.getFirst().name()).isNotBlank();
    assertThat(devices.getFirst().computeUnits()).isPositive();
    assertThat(devices.getFirst().maxBufferBytes()).isPositive();
  }

  @Test
  void close_everythingLeftOpen_releasesAll() {
    DeviceContext device = open();
    device.buffer("a", 16);
    KernelProgram program = device.program("twice", DOUBLE_IT, "-DFACTOR=2");
    program.kernel("twice");
    assertThat(device.liveResources()).isEqualTo(3);
    device.close();
    assertThat(device.liveResources()).isZero();
    device.close();
    assertThatThrownBy(device::finish).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void program_fromSourceThenCache_runsTheSame() {
    assertThat(twice(true)).isEqualTo(42);
    assertThat(twice(true)).isEqualTo(42);
  }

  @Test
  void program_cachedBinaryIsNoBinary_isBuiltAgain() throws IOException {
    assertThat(twice(true)).isEqualTo(42);
    try (Stream<Path> files = Files.list(folder)) {
      String name = files.findFirst().orElseThrow().getFileName().toString();
      new ProgramCache(folder).write(name.replace(".clbin", ""), new byte[] {1, 2, 3, 4});
    }
    assertThat(twice(true)).isEqualTo(42);
  }

  @Test
  void program_whereTheDriverKeepsIt_isNotKeptAgain() throws IOException {
    assertThat(twice(false)).isEqualTo(42);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private int twice(boolean keepsBinaries) {
    try (DeviceContext device =
        DeviceContext.open(new DeviceChoice.Auto(), folder, keepsBinaries)) {
      DeviceBuffer buffer = device.buffer("x", 4);
      ByteBuffer host = ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putInt(0, 21);
      buffer.write(0, host);
      Kernel kernel = device.program("twice", DOUBLE_IT, "-DFACTOR=2").kernel("twice");
      kernel.with(buffer).launch(1, 1);
      buffer.read(0, host);
      return host.getInt(0);
    }
  }

  @Test
  void program_doesNotCompile_saysWhere() {
    try (DeviceContext device = open()) {
      assertThatThrownBy(() -> device.program("broken", "__kernel void f() { nonsense; }", ""))
          .isInstanceOf(OpenClException.class)
          .hasMessageContaining("broken")
          .hasMessageContaining("nonsense");
    }
  }

  @Test
  void buffer_sizesThatCannotBe_areRefused() {
    try (DeviceContext device = open()) {
      assertThatThrownBy(() -> device.buffer("none", 0)).hasMessageContaining("none: 0 bytes");
      assertThatThrownBy(() -> device.buffer("huge", Long.MAX_VALUE))
          .isInstanceOf(OpenClException.class)
          .hasMessageContaining("the most that");
      DeviceBuffer small = device.buffer("small", 8);
      assertThatThrownBy(() -> small.read(4, ByteBuffer.allocateDirect(8)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("buffer small: bytes 4 + 8 (expected: within 8)");
      assertThatThrownBy(() -> small.read(0, ByteBuffer.allocate(8)))
          .hasMessageContaining("expected: a direct buffer");
      small.close();
      assertThatThrownBy(() -> small.read(0, ByteBuffer.allocateDirect(8)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void parse_deviceNames_areReadOrRefused() {
    assertThat(DeviceChoice.parse("auto")).isEqualTo(new DeviceChoice.Auto());
    assertThat(DeviceChoice.parse("opencl:3")).isEqualTo(new DeviceChoice.Index(3));
    assertThatThrownBy(() -> DeviceChoice.parse("cuda"))
        .hasMessage("device: \"cuda\" (expected: auto or opencl:<index>)");
  }

  @Test
  void loadFirst_noSuchLibrary_namesTheRemedy() {
    assertThatThrownBy(() -> OpenClLibrary.loadFirst(List.of("libNoSuchOpenCL.so")))
        .isInstanceOf(OpenClUnavailableException.class)
        .hasMessageContaining("libNoSuchOpenCL.so")
        .hasMessageContaining("apt-get install pocl-opencl-icd");
  }
}
