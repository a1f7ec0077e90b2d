package dev.sigma.benchmarks.cpu;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A contender's process, seen from the benchmark. Idle while nothing is asked. */
final class PeerProcess implements AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final String name;
  private final Path log;
  private final Process process;
  private final BufferedReader replies;
  private final BufferedWriter requests;
  private String description = "";

  private PeerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    replies = process.inputReader();
    requests = process.outputWriter();
  }

  /**
   * Starts one, and waits until it has loaded its model.
   *
   * @param arguments of {@link CpuPeer#run}
   * @param options more JVM options
   * @param log receives what it prints
   */
  static PeerProcess start(
      List<String> arguments, List<String> options, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments, options)).redirectError(log.toFile());
    builder.environment().putAll(environment);
    PeerProcess peer = new PeerProcess(arguments.getFirst(), log, builder.start());
    try {
      peer.description = peer.reply().description();
      return peer;
    } catch (IOException | RuntimeException e) {
      peer.close();
      throw e;
    }
  }

  /**
   * Starts one that runs this engine on a shape's model.
   *
   * @param name of {@link CpuPeer}
   * @param log name of its log
   */
  static PeerProcess ofThisEngine(CpuSettings settings, ModelShape shape, String name, String log)
      throws IOException {
    List<String> arguments =
        List.of(
            name,
            shape.name(),
            ModelFiles.folder(settings.folder(), shape).toString(),
            settings.kernelCache().toString());
    return start(
        arguments, List.of(), Map.of(), settings.folder().resolve("log").resolve(log + ".log"));
  }

  /** This JVM's own command line, with other arguments. */
  private static List<String> command(List<String> arguments, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(options);
    String classPath = System.getProperty("java.class.path");
    if (classPath.endsWith("-app.jar")) {
      command.addAll(List.of("-jar", classPath));
    } else {
      command.addAll(List.of("-cp", classPath, "dev.sigma.benchmarks.Main"));
    }
    command.add("cpu-peer");
    command.addAll(arguments);
    return command;
  }

  String name() {
    return name;
  }

  /** What it says of itself. */
  String description() {
    return description;
  }

  PeerReply ask(PeerRequest request) throws IOException {
    requests.write(MAPPER.writeValueAsString(request));
    requests.newLine();
    requests.flush();
    return reply();
  }

  private PeerReply reply() throws IOException {
    String line = replies.readLine();
    if (line == null) {
      throw new PeerFailedException("%s ended; see %s".formatted(name, log));
    }
    PeerReply reply = MAPPER.readValue(line, PeerReply.class);
    if (!reply.error().isEmpty()) {
      throw new PeerFailedException("%s: %s; see %s".formatted(name, reply.error(), log));
    }
    return reply;
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroy();
  }
}
