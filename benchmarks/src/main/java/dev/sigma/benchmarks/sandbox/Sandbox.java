package dev.sigma.benchmarks.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands with bubblewrap, each in a root of its own that is thrown away afterwards: this
 * machine's programs and settings are there to be read, and nothing else of it is; there is no
 * network and no other process. Thread-safe.
 */
public final class Sandbox {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final int OUTPUT_LIMIT = 1 << 20;
  private static final int ERRORS_KEPT = 1 << 14;

  /** Against what would fill memory, disk or process table: KiB, blocks of 1 KiB, processes. */
  private static final String LIMITS =
      "ulimit -v 2097152 -f 65536 -u 512 -c 0; exec bash -c \"$1\"";

  /** This machine's own: links to folders in {@code /usr} on most systems, folders on others. */
  private static final List<String> SHARED =
      List.of("usr", "etc", "bin", "sbin", "lib", "lib32", "lib64", "libx32");

  /** Made anew each time, and gone with everything in them. */
  private static final List<String> TRANSIENT = List.of("proc", "dev", "tmp", "run");

  private static final FileTime PAST = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));

  private final String bwrap;
  private final Duration timeLimit;

  private Sandbox(String bwrap, Duration timeLimit) {
    this.bwrap = bwrap;
    this.timeLimit = timeLimit;
  }

  /**
   * A sandbox that was tried once.
   *
   * @throws SandboxUnavailableException where there is no bubblewrap, or it may not work here
   */
  public static Sandbox open() throws SandboxUnavailableException, InterruptedException {
    return open("bwrap", TIME_LIMIT);
  }

  static Sandbox open(String bwrap, Duration timeLimit)
      throws SandboxUnavailableException, InterruptedException {
    Sandbox sandbox = new Sandbox(bwrap, timeLimit);
    String reason;
    try {
      new ProcessBuilder(bwrap, "--version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new SandboxUnavailableException(
          bwrap
              + " cannot be started (expected: bubblewrap; apt-get install bubblewrap, or the like):"
              + " commands of a model run in a sandbox or not at all");
    }
    try {
      Outcome outcome = sandbox.run("echo ready", new Fixture(Optional.empty(), Map.of()));
      if (outcome.output().equals("ready\n")) {
        return sandbox;
      }
      reason = "exit status " + outcome.exit() + ": " + outcome.errors().strip();
    } catch (IOException e) {
      reason = String.valueOf(e.getMessage());
    }
    throw new SandboxUnavailableException(
        "bubblewrap does not work here: "
            + reason
            + " (expected: user namespaces; where the system forbids them, sysctl -w"
            + " kernel.unprivileged_userns_clone=1 or"
            + " kernel.apparmor_restrict_unprivileged_userns=0 allows them)");
  }

  /**
   * Runs a command with bash in a fresh copy of what the fixture holds, from {@code /}, as root of
   * nothing but that.
   *
   * @throws IOException where the sandbox itself fails
   */
  public Outcome run(String command, Fixture fixture) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("sigma-sandbox-");
    try {
      Path root = Files.createDirectory(work.resolve("root"));
      prepare(root, fixture);
      Set<String> shared = Set.copyOf(names());
      Map<String, String> before = FileTree.of(root, shared);
      File output = work.resolve("output").toFile();
      File errors = work.resolve("errors").toFile();
      Process process =
          new ProcessBuilder(arguments(root, command, fixture))
              .redirectInput(new File("/dev/null"))
              .redirectOutput(output)
              .redirectError(errors)
              .start();
      boolean ended = process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String complaint = beginning(errors, ERRORS_KEPT);
      if (complaint.startsWith("bwrap: ")) {
        throw new IOException(complaint.strip());
      }
      return new Outcome(
          beginning(output, OUTPUT_LIMIT),
          complaint,
          process.exitValue(),
          ended && output.length() <= OUTPUT_LIMIT,
          FileTree.changes(before, FileTree.of(root, shared)));
    } finally {
      delete(work);
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(SHARED);
    names.addAll(TRANSIENT);
    return names;
  }

  private static void prepare(Path root, Fixture fixture) throws IOException, InterruptedException {
    for (String name : names()) {
      Path own = Path.of("/", name);
      if (Files.isSymbolicLink(own)) {
        Files.createSymbolicLink(root.resolve(name), Files.readSymbolicLink(own));
      } else if (Files.isDirectory(own)) {
        Files.createDirectory(root.resolve(name));
      }
    }
    Path home = Files.createDirectory(root.resolve("root"));
    for (String name : List.of(".bashrc", ".profile")) {
      Path skeleton = Path.of("/etc/skel", name);
      if (Files.isReadable(skeleton)) {
        Files.copy(skeleton, home.resolve(name));
        Files.setLastModifiedTime(home.resolve(name), PAST);
      }
    }
    Files.setLastModifiedTime(home, PAST);
    if (fixture.archive().isPresent()) {
      unpack(fixture.archive().get(), root);
    }
    Files.setLastModifiedTime(root, PAST);
  }

  /** With {@code tar}, which keeps modes and times as they were packed. */
  private static void unpack(Path archive, Path root) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder(
                "tar", "-xpf", archive.toString(), "--no-same-owner", "-C", root.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tar.waitFor() != 0) {
      throw new IOException(archive + " cannot be unpacked: " + said.strip());
    }
  }

  private List<String> arguments(Path root, String command, Fixture fixture) {
    List<String> arguments =
        new ArrayList<>(
            List.of(bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
    arguments.addAll(List.of("--uid", "0", "--gid", "0", "--hostname", "sandbox"));
    arguments.addAll(List.of("--bind", root.toString(), "/"));
    for (String name : SHARED) {
      Path own = Path.of("/", name);
      if (Files.isDirectory(own) && !Files.isSymbolicLink(own)) {
        arguments.addAll(List.of("--ro-bind", own.toString(), own.toString()));
      }
    }
    arguments.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    arguments.addAll(List.of("--tmpfs", "/tmp", "--tmpfs", "/run", "--chdir", "/"));
    Map<String, String> environment = new TreeMap<>(fixture.environment());
    environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("HOME", "/root");
    environment.put("USER", "root");
    environment.put("LANG", "C.UTF-8");
    environment.put("TERM", "xterm");
    environment.forEach((name, value) -> arguments.addAll(List.of("--setenv", name, value)));
    arguments.addAll(List.of("bash", "--noprofile", "--norc", "-c", LIMITS, "bash", command));
    return arguments;
  }

  private static String beginning(File file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }
  }

  /** What was killed may write for another moment. */
  private static void delete(Path work) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        FileTree.delete(work);
        return;
      } catch (IOException e) {
        if (attempt == 5) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }
}
