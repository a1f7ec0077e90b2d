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
}
