package dev.sigma.benchmarks.score;

import dev.sigma.benchmarks.score.Nlc2cmd.Utility;
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
    List<Utility> utilities = Nlc2cmd.utilities(command);
    return utilities.stream().anyMatch(OutputOrder::lists)
        && utilities.stream().noneMatch(utility -> utility.name().equals("sort"));
  }

  private static boolean lists(Utility utility) {
    Set<String> flags = utility.flags();
    return switch (utility.name()) {
      case "find", "du" -> true;
      case "ls" -> flags.contains("-U") || flags.contains("-f");
      case "grep", "egrep", "fgrep" ->
          flags.contains("-r") || flags.contains("-R") || flags.contains("--recursive");
      default -> false;
    };
  }
}
