package dev.sigma.commands.risk;

import dev.sigma.commands.Reason;
import dev.sigma.commands.Risk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has been found so far. The gravest finding gives the level. */
final class Findings {

  /** Names of rules, as clients see them. */
  static final String DELETES = "deletes";

  static final String OVERWRITES = "overwrites";
  static final String FORMATS = "formats";
  static final String STOPS = "stops";
  static final String DOWNLOADS_AND_RUNS = "downloads-and-runs";
  static final String WRITES = "writes";
  static final String RUNS = "runs";
  static final String INSTALLS = "installs";
  static final String ACCOUNTS = "accounts";
  static final String SENDS = "sends";
  static final String OPENS_UP = "opens-up";
  static final String RUNS_UNSEEN = "runs-unseen-code";
  static final String UNKNOWN = "unknown";

  private static final int MOST = 40;
  private static final int LONGEST = 80;

  private final String command;
  private final Map<String, Reason> reasons = new LinkedHashMap<>();
  private final Set<String> effects = new LinkedHashSet<>();
  private Risk.Level level = Risk.Level.READ_ONLY;

  /** Findings about {@code command}, whose characters the spans count. */
  Findings(String command) {
    this.command = command;
  }

  /** Notes a reason of a level; {@code text} is a sentence for people. */
  void add(Risk.Level found, String rule, String text, int start, int end) {
    level = rank(found) > rank(level) ? found : level;
    if (reasons.size() < MOST) {
      reasons.putIfAbsent(
          rule + ' ' + start + ' ' + text, new Reason(rule, text, start, Math.max(start, end)));
    }
  }

  /** Notes what will be touched. */
  void effect(String text) {
    if (effects.size() < MOST) {
      effects.add(shortened(text));
    }
  }

  /** The words between two places as the user wrote them. */
  String shown(int start, int end) {
    int to = Math.min(end, command.length());
    return shortened(command.substring(Math.min(start, to), to).replaceAll("\\s+", " "));
  }

  Risk risk() {
    return new Risk(
        level, reasons.values().stream().sorted(Comparator.comparingInt(Reason::start)).toList());
  }

  List<String> effects() {
    return new ArrayList<>(effects);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** What cannot be told is graver than a change, and less grave than known destruction. */
  private static int rank(Risk.Level level) {
    return switch (level) {
      case READ_ONLY -> 0;
      case CHANGES -> 1;
      case UNKNOWN -> 2;
      case DESTRUCTIVE -> 3;
    };
  }
}
