package dev.sigma.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a model's file holds, it is read or refused; see {@link HostileFile}. In a long run
 * Jazzer looks for files that are neither, in a JVM of its own with a small heap: {@code
 * SIGMA_FUZZ_SECONDS} for each kind of file (600). What it finds lies in {@code target/fuzz}.
 */
class LoaderFuzzTest {

  private static final int MUTATIONS = 500;
  private static final int LONG_PIECE = 3_000;
  private static final int STARTUP_SECONDS = 120;

  /** On a busy machine a process may stand still for long; work is bounded by processor time. */
  private static final int STANDSTILL_SECONDS = 300;

  private static final int LINES_SHOWN = 40;

  /** Coverage and corpus in the end, and more than 100 inputs. */
  private static final Pattern DONE = Pattern.compile("DONE +cov: .*|^Done \\d{3,} runs .*");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void seed_isRead(HostileFile file) {
    file.prepare(folder);
    assertThat(file.accepts(folder, file.seeds().getFirst())).isTrue();
    for (byte[] seed : file.seeds()) {
      assertThat(file.accepts(folder, seed)).isEqualTo(seed.length > 20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void seed_mutated_isReadOrRefused(HostileFile file) {
    file.prepare(folder);
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] data = file.seeds().get(i % file.seeds().size()).clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        data = mutate(data, random);
      }
      refused += file.accepts(folder, data) ? 0 : 1;
    }
    assertThat(refused).isBetween(1, MUTATIONS);
  }

  /** Cuts, repeats a piece, changes a byte or a digit, puts in what is long. */
  private static byte[] mutate(byte[] data, Random random) {
    int at = random.nextInt(data.length + 1);
    int to = Math.min(data.length, at + random.nextInt(20));
    byte[] changed = data;
    switch (random.nextInt(5)) {
      case 0 -> changed = Arrays.copyOf(data, at);
      case 1 -> {
        changed = Arrays.copyOf(data, data.length + to - at);
        System.arraycopy(data, at, changed, to, data.length - at);
      }
      case 2 -> {
        changed = Arrays.copyOf(data, data.length + LONG_PIECE);
        Arrays.fill(changed, at, at + LONG_PIECE, (byte) 'p');
        System.arraycopy(data, at, changed, at + LONG_PIECE, data.length - at);
      }
      case 3 -> changed[Math.min(at, data.length - 1)] = (byte) random.nextInt();
      default -> changed[Math.min(at, data.length - 1)] = (byte) ('0' + random.nextInt(10));
    }
    return changed.length == 0 ? new byte[] {'{'} : changed;
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void anything_isReadOrRefused(HostileFile file) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(System.getenv().getOrDefault("SIGMA_FUZZ_SECONDS", "600"));
    Path place = Path.of("target", "fuzz", file.toString()).toAbsolutePath();
    Path corpus = Files.createDirectories(place.resolve("corpus"));
    Path seeds = Files.createDirectories(place.resolve("seeds"));
    for (int i = 0; i < file.seeds().size(); i++) {
      Files.write(seeds.resolve(String.valueOf(i)), file.seeds().get(i));
    }
    Path log = place.resolve("log");
    Process fuzzer =
        new ProcessBuilder(command(file, seconds, corpus, seeds))
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(fuzzer.waitFor(seconds + STARTUP_SECONDS + STANDSTILL_SECONDS, TimeUnit.SECONDS))
          .as("%s ends in time", log)
          .isTrue();
    } finally {
      fuzzer.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(log);
    List<String> end = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    assertThat(fuzzer.exitValue()).as("%s: %s", log, String.join("\n", end)).isZero();
    List<String> done = lines.stream().filter(line -> DONE.matcher(line).find()).toList();
    assertThat(done).as("%s says how many inputs were tried", log).hasSize(2);
    System.out.println("fuzz: %s: %s".formatted(file, String.join("; ", done)));
  }

  private static List<String> command(HostileFile file, int seconds, Path corpus, Path seeds) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(
        java,
        "-Xmx160m",
        "-XX:+UseSerialGC",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        classPath.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + LoaderFuzz.class.getName(),
        "--target_args=" + file,
        "--instrumentation_includes=dev.sigma.engine.**:tools.jackson.core.**",
        "--custom_hook_includes=dev.sigma.engine.**",
        // a tokenizer's file brings its own patterns: that is no finding
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
        "-max_total_time=" + seconds,
        "-max_len=16384",
        "-timeout=" + STANDSTILL_SECONDS,
        corpus.toString(),
        seeds.toString());
  }
}
