package dev.sigma.engine.model;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One mapped safetensors file: a little-endian u64 with the header's length, the header, then the
 * tensors' bytes. The file must not be changed while it is mapped.
 */
final class SafetensorsFile {

  /** What the reference implementation takes, too. */
  static final long MAX_HEADER_BYTES = 100_000_000;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String name;
  private final MemorySegment data;
  private final Map<String, SafetensorsHeader.Entry> entries;

  private SafetensorsFile(
      String name, MemorySegment data, Map<String, SafetensorsHeader.Entry> entries) {
    this.name = name;
    this.data = data;
    this.entries = entries;
  }

  /**
   * Maps {@code file} and checks its header.
   *
   * @param arena unmaps it when closed
   * @throws ModelFormatException when it is missing or not such a file
   */
  static SafetensorsFile open(Path file, Arena arena) {
    MemorySegment whole;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (NoSuchFileException e) {
      throw new ModelFormatException("%s: missing (expected: a file)".formatted(file), e);
    } catch (IOException e) {
      throw new ModelFormatException("%s: cannot be mapped: %s".formatted(file, e.getMessage()), e);
    }
    if (whole.byteSize() < Long.BYTES) {
      throw new ModelFormatException(
          "%s: %d bytes (expected: at least 8)".formatted(file, whole.byteSize()));
    }
    long header = whole.get(LONG, 0);
    long most = Math.min(MAX_HEADER_BYTES, whole.byteSize() - Long.BYTES);
    if (header < 0 || header > most) {
      throw new ModelFormatException(
          "%s: header of %s bytes (expected: at most %d)"
              .formatted(file, Long.toUnsignedString(header), most));
    }
    byte[] json = whole.asSlice(Long.BYTES, header).toArray(ValueLayout.JAVA_BYTE);
    MemorySegment data = whole.asSlice(Long.BYTES + header);
    String name = String.valueOf(file.getFileName());
    return new SafetensorsFile(name, data, SafetensorsHeader.parse(name, json, data.byteSize()));
  }

  Set<String> names() {
    return entries.keySet();
  }

  Optional<Tensor> find(String tensor) {
    return Optional.ofNullable(entries.get(tensor))
        .map(
            e ->
                new Tensor(
                    name,
                    tensor,
                    e.type(),
                    e.shape(),
                    data.asSlice(e.begin(), e.end() - e.begin())));
  }
}
