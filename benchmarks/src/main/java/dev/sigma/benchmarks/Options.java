package dev.sigma.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command-line options: flags, and names with one value each, some of which may repeat. */
final class Options {
  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * Reads a command line.
   *
   * @param flags names that stand alone
   * @param named names that a value follows, as the next argument or after {@code =}
   * @throws UsageException for anything else
   */
  static Options parse(List<String> arguments, Set<String> flags, Set<String> named) {
    return parse(arguments, flags, named, Set.of());
  }

  /**
   * The same.
   *
   * @param listed names that one value or more follow, up to the next name
   */
  static Options parse(
      List<String> arguments, Set<String> flags, Set<String> named, Set<String> listed) {
    Options options = new Options();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (flags.contains(argument)) {
        options.put(argument, "");
      } else if (!named.contains(name) && !listed.contains(name)) {
        throw new UsageException("unknown option: " + argument);
      } else if (equals >= 0) {
        options.put(name, argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        options.put(name, arguments.get(++i));
        while (listed.contains(name)
            && i + 1 < arguments.size()
            && !arguments.get(i + 1).startsWith("--")) {
          options.put(name, arguments.get(++i));
        }
      } else {
        throw new UsageException(name + " wants a value");
      }
    }
    return options;
  }

  private void put(String name, String value) {
    values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> get(String name) {
    return all(name).stream().reduce((first, last) -> last);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The option's value as a number.
   *
   * @throws UsageException where it is not a whole number of at least 1
   */
  int positive(String name, int otherwise) {
    String text = get(name).orElse(Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new UsageException(name + ": " + text + " (expected: a whole number >= 1)", notANumber);
    }
    throw new UsageException(name + ": " + text + " (expected: a whole number >= 1)");
  }
}
