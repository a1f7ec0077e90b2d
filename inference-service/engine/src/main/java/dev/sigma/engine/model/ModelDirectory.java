package dev.sigma.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An open model directory: {@code config.json}, weights in safetensors, and the tokenizer's files.
 * The weights are mapped, not read: they live until {@link #close}, and must not be touched after.
 */
public final class ModelDirectory implements AutoCloseable {

  private static final int CHUNK = 1 << 20;

  private final Path path;
  private final ConfigFile configFile;
  private final ModelWeights weights;
  private final Arena arena;

  private ModelDirectory(Path path, ConfigFile configFile, ModelWeights weights, Arena arena) {
    this.path = path;
    this.configFile = configFile;
    this.weights = weights;
    this.arena = arena;
  }

  /**
   * Opens and checks the config and the weights; the tokenizer's files are read by package {@code
   * text}.
   *
   * @throws ModelFormatException when the model cannot be used
   */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as what is returned
  public static ModelDirectory open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new ModelFormatException("%s: no directory (expected: a model's)".formatted(path));
    }
    ConfigFile config = ConfigFile.read(path);
    Arena arena = Arena.ofShared();
    try {
      Checkpoint checkpoint = Checkpoint.open(path, arena);
      ModelWeights weights = WeightLoader.load(config.config(), checkpoint, config.groupSize());
      return new ModelDirectory(path, config, weights, arena);
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  public ModelConfig config() {
    return configFile.config();
  }

  public ModelWeights weights() {
    return weights;
  }

  /** Ids that end an answer, from {@code config.json} and {@code generation_config.json}. */
  public SortedSet<Integer> endTokens() {
    return new TreeSet<>(configFile.endTokens());
  }

  /** Where {@code tokenizer.json} is; the file may be missing. */
  public Path tokenizerFile() {
    return path.resolve("tokenizer.json");
  }

  /** Where {@code tokenizer_config.json}, with the chat template, is; the file may be missing. */
  public Path tokenizerConfigFile() {
    return path.resolve("tokenizer_config.json");
  }

  /**
   * SHA-256 over everything in the directory that an answer depends on, as lower-case hex. Reads
   * all of it. Files are taken in the order of their names, each as name, length and bytes.
   */
  public String digest() {
    SortedSet<String> names = new TreeSet<>(Checkpoint.fileNames(path));
    names.add(ConfigFile.CONFIG);
    names.add(ConfigFile.GENERATION);
    names.add(String.valueOf(tokenizerFile().getFileName()));
    names.add(String.valueOf(tokenizerConfigFile().getFileName()));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names) {
        if (Files.exists(path.resolve(name))) {
          add(digest, name);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ModelFormatException("%s: cannot be read".formatted(path), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void add(MessageDigest digest, String name) throws IOException {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    long length = Files.size(path.resolve(name));
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, nameBytes.length));
    digest.update(nameBytes);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(path.resolve(name))) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
  }

  /** Unmaps the weights. */
  @Override
  public void close() {
    arena.close();
  }
}
