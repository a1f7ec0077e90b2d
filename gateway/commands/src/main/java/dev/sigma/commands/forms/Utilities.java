package dev.sigma.commands.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What {@code utilities.txt} says of the arguments of utilities. */
final class Utilities {
  private static final Map<String, Set<String>> FACTS = read();

  private Utilities() {}

  /** Whether an option takes a value: a letter, or a long name with its dashes. */
  static boolean takesValue(String utility, String option) {
    return has("valued " + utility, option);
  }

  /** Whether its options with a single dash are words rather than clusters of letters. */
  static boolean hasLongOptions(String utility) {
    return has("long", utility);
  }

  /** Whether a digit among its letters is an option as well, rather than a value. */
  static boolean hasDigitOptions(String utility) {
    return has("digits", utility);
  }

  /** Whether {@code -10} is a number to it. */
  static boolean hasNumberOption(String utility) {
    return has("number", utility);
  }

  /** How many operands come before the command that it runs; -1 where it runs none. */
  static int operandsBeforeCommand(String utility) {
    return has("wraps 0", utility) ? 0 : has("wraps 1", utility) ? 1 : -1;
  }

  /**
   * Whether its first operand may be a subcommand.
   *
   * @param leading whether that stands right after the name
   */
  static boolean hasSubcommand(String utility, boolean leading) {
    return leading ? !has("values", utility) : has("subcommands", utility);
  }

  static boolean hasNestedSubcommands(String utility, String subcommand) {
    return has("nested " + utility, subcommand) || has("nested " + utility, "*");
  }

  private static boolean has(String fact, String name) {
    return FACTS.getOrDefault(fact, Set.of()).contains(name);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> facts = new HashMap<>();
    try (InputStream in = Utilities.class.getResourceAsStream("utilities.txt")) {
      if (in == null) {
        throw new IllegalStateException("utilities.txt is missing from the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(
              fact ->
                  facts
                      .computeIfAbsent(fact[0], ignored -> new HashSet<>())
                      .addAll(Arrays.asList(fact[1].split(" "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return facts;
  }
}
