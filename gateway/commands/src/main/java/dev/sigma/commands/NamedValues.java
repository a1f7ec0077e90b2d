package dev.sigma.commands;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request names letter for letter: quoted texts, paths, file names and numbers. A right
 * command mostly takes them over, but not always: "the last 2 hours" are 120 minutes to {@code
 * find}.
 */
public final class NamedValues {
  /**
   * The kinds of values, in the order in which they are looked for: the first takes its letters.
   */
  private static final Pattern[] KINDS = {
    Pattern.compile("\"([^\"]+)\"|`([^`]+)`|(?<!\\w)'([^']+)'(?!\\w)"),
    Pattern.compile("(?<![\\w/.~-])((?:~|\\.{1,2}|[\\w.*-]+)?/[\\w./*@%+~-]*[\\w*/])"),
    Pattern.compile("(?<![\\w/.-])((?:[\\w*-]+\\.)+[A-Za-z]\\w{0,6})(?![\\w/])"),
    Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)(?=[A-Za-z%]{0,3}(?!\\w))")
  };

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private NamedValues() {}

  /** In the order of their kinds. */
  public static Set<String> in(String request) {
    Set<String> values = new LinkedHashSet<>();
    String rest = request;
    for (Pattern kind : KINDS) {
      Matcher matcher = kind.matcher(rest);
      StringBuilder without = new StringBuilder();
      while (matcher.find()) {
        groups(matcher.toMatchResult()).map(String::strip).forEach(values::add);
        matcher.appendReplacement(without, " ");
      }
      matcher.appendTail(without);
      rest = without.toString();
    }
    values.remove("");
    return values;
  }

  private static Stream<String> groups(MatchResult match) {
    return Stream.iterate(1, g -> g <= match.groupCount(), g -> g + 1)
        .map(match::group)
        .filter(text -> text != null);
  }

  /**
   * Whether the value stands in the command by itself, rather than as a part of something longer.
   */
  public static boolean standsIn(String command, String value) {
    String text = Pattern.quote(value);
    String whole =
        NUMBER.matcher(value).matches()
            ? "(?<![\\d.])" + text + "(?!\\d|\\.\\d)"
            : "(?<!\\w)" + text + "(?![\\w-]|[./]\\w)";
    return Pattern.compile(whole).matcher(command).find();
  }
}
