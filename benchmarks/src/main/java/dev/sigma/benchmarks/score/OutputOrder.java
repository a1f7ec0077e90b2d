package dev.sigma.benchmarks.score;

import dev.sigma.commands.forms.CommandForms;
import dev.sigma.commands.forms.Program;
import java.util.List;
import java.util.Set;

/** In which order a command writes its lines. */
public final class OutputOrder {
  private OutputOrder() {}

  /**
   * Whether it is the order in which a file system lists its folders, which nobody promised: of
   * {@code find}, {@code du}, {@code ls -U} or a recursive {@code grep}, and no {@code sort}.
   */
  public static boolean isOfFileSystem(String command) {
    List<Program> programs = CommandForms.programs(command);
    return programs.stream().anyMatch(OutputOrder::lists)
        && programs.stream().noneMatch(program -> program.name().equals("sort"));
  }

  private static boolean lists(Program program) {
    Set<String> flags = program.options();
    return switch (program.name()) {
      case "find", "du" -> true;
      case "ls" -> flags.contains("-U") || flags.contains("-f");
      case "grep", "egrep", "fgrep" ->
          flags.contains("-r") || flags.contains("-R") || flags.contains("--recursive");
      default -> false;
    };
  }
}
