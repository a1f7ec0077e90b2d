package dev.sigma.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A service as a process on a port of its own, with its log in target/logs. */
final class Service {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final String name;
  private final int port;
  private final ProcessBuilder builder;
  private final Path log;
  private Process process;

  private Service(String name, int port, List<String> command, Map<String, String> environment)
      throws IOException {
    this.name = name;
    this.port = port;
    log = Files.createDirectories(Path.of("target", "logs")).resolve(name + ".log");
    Files.deleteIfExists(log);
    builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  static Service redis(String password) throws IOException {
    int port = freePort();
    return new Service(
        "redis",
        port,
        List.of(
            "redis-server",
            "--port",
            "" + port,
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--requirepass",
            password),
        Map.of());
  }

  /** The executable jar of a module, with the JVM options that {@code ./sigma up} uses. */
  static Service java(String name, String module, Map<String, String> environment)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-Xmx768m", "-jar", jar(module).toString()));
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("SIGMA_PORT", "" + port);
    return new Service(name, port, command, all);
  }

  private static Path jar(String module) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar of " + module + " (expected: mvn verify)"));
    }
  }

  static Path root() {
    return ROOT;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** Waits until readiness says so. */
  Service ready() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/health/readiness")).timeout(Duration.ofSeconds(5)).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return this;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(100);
    }
    throw new AssertionError(name + " is not ready; see " + log);
  }

  /** A metric's value by its whole name with labels; 0 where it is not there. */
  double metric(String line) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(url("/metrics")).build(), BodyHandlers.ofString())
        .body()
        .lines()
        .filter(l -> l.startsWith(line + " "))
        .mapToDouble(l -> Double.parseDouble(l.substring(line.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  /** As if the power had gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Starts it again after it was killed. */
  void startAgain() {
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for an end, then insists. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
