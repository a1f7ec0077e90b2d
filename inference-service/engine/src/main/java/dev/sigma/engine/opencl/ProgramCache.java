package dev.sigma.engine.opencl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled programs in a folder, one file each: 32 bytes SHA-256 of the rest, then the device's
 * binary. A file that does not hold what it says is a miss, never an error: the source is at hand.
 */
final class ProgramCache {

  static final int MAX_BINARY_BYTES = 64 << 20;

  private static final Logger log = LoggerFactory.getLogger(ProgramCache.class);
  private static final int DIGEST_BYTES = 32;

  private final Path folder;

  ProgramCache(Path folder) {
    this.folder = folder;
  }

  /** Name of a program's file: a digest of all that decides its binary. */
  static String key(String device, String source, String options) {
    MessageDigest digest = sha256();
    for (String part : new String[] {device, source, options}) {
      byte[] bytes = part.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  Optional<byte[]> read(String key) {
    Path file = file(key);
    try {
      if (Files.size(file) > MAX_BINARY_BYTES + DIGEST_BYTES) {
        log.warn("kernel cache: {} is too long, building it again", file);
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length <= DIGEST_BYTES) {
        log.warn("kernel cache: {} is cut short, building it again", file);
        return Optional.empty();
      }
      byte[] binary = Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length);
      if (!MessageDigest.isEqual(
          sha256().digest(binary), Arrays.copyOfRange(bytes, 0, DIGEST_BYTES))) {
        log.warn("kernel cache: {} is damaged, building it again", file);
        return Optional.empty();
      }
      return Optional.of(binary);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      log.warn("kernel cache: {} cannot be read, building it again: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** Keeps a binary; one that cannot be written is logged and built again next time. */
  void write(String key, byte[] binary) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "part", ".tmp");
      try {
        ByteBuffer content = ByteBuffer.allocate(DIGEST_BYTES + binary.length);
        content.put(sha256().digest(binary)).put(binary);
        Files.write(part, content.array());
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      log.warn("kernel cache: {} cannot be written: {}", file(key), e.toString());
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ".clbin");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
