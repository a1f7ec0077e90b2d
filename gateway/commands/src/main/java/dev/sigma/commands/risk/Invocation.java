package dev.sigma.commands.risk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A utility and what it is given, with all wrappers taken off.
 *
 * @param name without folders
 * @param more whether further arguments come that nobody sees, added as it runs
 * @param start first UTF-16 code unit of it in the user's command
 * @param end one past the last
 */
record Invocation(String name, List<Argument> args, Input input, boolean more, int start, int end) {

  /** Splits the arguments; {@code valued} as in {@link Options#of}. */
  Options options(String valued) {
    return Options.of(args, valued);
  }

  /** Splits the arguments as {@code utilities.txt} tells. */
  Options options() {
    return Utilities.options(name, args);
  }

  boolean isAsked(String... alternatives) {
    return args.stream().anyMatch(a -> List.of(alternatives).contains(a.value()));
  }

  /** The same under the name of a subcommand, for people. */
  Invocation called(List<Argument> subcommands) {
    String full =
        Stream.concat(Stream.of(name), subcommands.stream().map(Argument::value))
            .collect(Collectors.joining(" "));
    return new Invocation(full, args, input, more, start, end);
  }

  /** The same tool, asked for less. */
  Invocation with(List<Argument> rest) {
    return new Invocation(name, rest, input, more, start, end);
  }

  /** Everything between the arguments as one text for people. */
  String line() {
    return args.stream().map(Argument::value).collect(Collectors.joining(" "));
  }
}
