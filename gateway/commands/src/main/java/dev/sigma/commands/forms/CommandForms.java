package dev.sigma.commands.forms;

import dev.sigma.commands.CommandText;
import java.util.List;
import java.util.Optional;

/** Forms of a command that are the same where commands differ only in what does not matter. */
public final class CommandForms {
  private CommandForms() {}

  /** Whether the platform's own parser reads it as a command of bash. */
  public static boolean isReadable(String command) {
    return TreeReader.read(command).isPresent();
  }

  /**
   * The command with blanks outside quotes, quotes and the letters of clustered options written in
   * one way. One that cannot be read is only evened out as a text.
   */
  public static String exact(String command) {
    return TreeReader.read(command)
        .map(Rendering.EXACT::node)
        .orElseGet(() -> CommandText.normalised(command));
  }

  /**
   * The command with {@code TEXT} and {@code NUMBER} in place of its values: utilities,
   * subcommands, options and structure remain. Empty where it cannot be read.
   */
  public static Optional<String> template(String command) {
    return TreeReader.read(command).map(Rendering.TEMPLATE::node);
  }

  /**
   * The programs it runs in pre-order, those of substitutions and of {@code -exec} among them; none
   * where it cannot be read. Commands with the same programs differ in values and structure alone.
   */
  public static List<Program> programs(String command) {
    return TreeReader.read(command).map(Programs::in).orElse(List.of());
  }

  /**
   * How like two commands are, by the programs they run: the mean over the places of the longer
   * list, where another program is 0, and the same one 1 with the same options and less the more
   * options only one of them has.
   *
   * @return 0 to 1; 1 where both are empty
   */
  public static double likeness(List<Program> one, List<Program> other) {
    int places = Math.max(one.size(), other.size());
    double sum = 0;
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      sum += one.get(i).likeness(other.get(i));
    }
    return places == 0 ? 1 : sum / places;
  }
}
