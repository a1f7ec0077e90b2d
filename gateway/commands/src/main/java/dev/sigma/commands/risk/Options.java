package dev.sigma.commands.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments split the way {@code getopt_long} does it: short options may stand together, a value
 * may be attached or follow, operands and options may mix, and {@code --} ends the options.
 */
final class Options {

  /** One option: a letter or a long name with its dashes, and its value where it takes one. */
  private record Option(String name, @Nullable Argument value) {}

  /** Shorter beginnings of long options are taken for other options. */
  private static final int SHORTEST = 2;

  private final List<Option> options = new ArrayList<>();
  private final List<Argument> operands = new ArrayList<>();

  private Options() {}

  /**
   * Splits {@code arguments}.
   *
   * @param valued names of options that take a value, separated by blanks: letters, or long names
   *     with their dashes (also {@code -name} for tools whose long names have one dash)
   */
  static Options of(List<Argument> arguments, String valued) {
    return split(arguments, valued, false);
  }

  /** The same for tools that take everything from their first operand on as it is. */
  static Options leading(List<Argument> arguments, String valued) {
    return split(arguments, valued, true);
  }

  private static Options split(List<Argument> arguments, String valued, boolean leading) {
    Set<String> takers = new HashSet<>(List.of(valued.split(" ", -1)));
    Options result = new Options();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      if (argument.value().equals("--")) {
        result.operands.addAll(arguments.subList(i + 1, arguments.size()));
        break;
      }
      if (!argument.isOption()) {
        if (leading) {
          result.operands.addAll(arguments.subList(i, arguments.size()));
          break;
        }
        result.operands.add(argument);
        continue;
      }
      Argument next = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
      if (result.option(argument, takers, next)) {
        i++;
      }
    }
    return result;
  }

  /** Adds the options of one argument, and says whether it took the next one as a value. */
  private boolean option(Argument argument, Set<String> takers, @Nullable Argument next) {
    String v = argument.value();
    int equals = v.indexOf('=');
    boolean shortened = v.startsWith("--") && equals < 0 && isAny(v, takers);
    if (takers.contains(v) || shortened) {
      options.add(new Option(v, next));
      return true;
    }
    if (v.startsWith("--") || (equals > 0 && takers.contains(v.substring(0, equals)))) {
      boolean attached = equals > 0;
      options.add(
          new Option(
              attached ? v.substring(0, equals) : v, attached ? argument.from(equals + 1) : null));
      return false;
    }
    for (int i = 1; i < v.length(); i++) {
      String letter = v.substring(i, i + 1);
      if (takers.contains(letter)) {
        boolean last = i + 1 == v.length();
        options.add(new Option(letter, last ? next : argument.from(i + 1)));
        return last;
      }
      options.add(new Option(letter, null));
    }
    return false;
  }

  /** Whether any of {@code names} (blank-separated letters and long names) is given. */
  boolean has(String names) {
    List<String> wanted = List.of(names.split(" ", -1));
    return options.stream().anyMatch(o -> isAny(o.name(), wanted));
  }

  /** The last value of any of {@code names}. */
  Optional<Argument> value(String names) {
    return values(names).reduce((first, second) -> second);
  }

  Stream<Argument> values(String names) {
    List<String> wanted = List.of(names.split(" ", -1));
    return options.stream()
        .filter(o -> isAny(o.name(), wanted))
        .map(Option::value)
        .filter(v -> v != null);
  }

  /** Whether {@code name} is one of {@code names}, or the beginning of a long one. */
  private static boolean isAny(String name, Collection<String> names) {
    return names.contains(name)
        || (name.length() > SHORTEST
            && name.startsWith("--")
            && names.stream().anyMatch(n -> n.startsWith(name)));
  }

  /** Whether no option is given but {@code names}. */
  boolean only(String names) {
    List<String> allowed = List.of(names.split(" ", -1));
    return options.stream().allMatch(o -> isAny(o.name(), allowed));
  }

  boolean none() {
    return options.isEmpty();
  }

  List<Argument> operands() {
    return operands;
  }

  /** The operand at a place, or nothing. */
  String operand(int index) {
    return index < operands.size() ? operands.get(index).value() : "";
  }
}
