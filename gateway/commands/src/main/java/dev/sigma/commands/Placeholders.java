package dev.sigma.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the user has to fill in. Rather misses one than takes a real name for one. */
final class Placeholders {

  private static final Pattern PATTERN =
      Pattern.compile(
          "\\{\\{([^{}\\n]{1,60})}}"
              + "|<([A-Za-z][A-Za-z0-9_.-]{0,40}(?: [A-Za-z0-9_.-]{1,20}){0,4})>"
              + "|(?<![\\w./-])(/?path/to(?:/[\\w.-]+)+)"
              + "|(?<![\\w$-])((?:your|YOUR|my|MY)[_-][A-Za-z][\\w-]*)"
              + "|(?<![\\w$./-])((?:[a-z]+_)+(?:name|id|path|file|folder|directory|host|port|url))\\b"
              + "(?![=(])"
              + "|(?<=[\\s=@:])(filename|username|hostname|dirname)(?=[\\s:@]|$)");

  private static final Pattern ANGLE =
      Pattern.compile("<([A-Za-z][A-Za-z0-9_.-]{0,40}(?: [A-Za-z0-9_.-]{1,20}){0,4})>");

  private Placeholders() {}

  static List<Placeholder> in(String command) {
    List<Placeholder> all = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(command);
    while (matcher.find()) {
      for (int g = 1; g <= matcher.groupCount(); g++) {
        if (matcher.group(g) != null) {
          all.add(new Placeholder(matcher.group(g).strip(), matcher.start(), matcher.end()));
        }
      }
    }
    return all;
  }

  /** The command with {@code <name>} turned into plain words of the same length. */
  static String asWords(String command) {
    return ANGLE.matcher(command).replaceAll(m -> "_" + m.group(1).replace(' ', '_') + "_");
  }
}
