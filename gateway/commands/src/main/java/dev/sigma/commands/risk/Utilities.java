package dev.sigma.commands.risk;

import dev.sigma.commands.Risk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What utilities and their subcommands do, as {@code utilities.txt} tells. */
final class Utilities {

  /** What one line says of its names. */
  record Entry(Risk.Level level, String rule) {}

  /** An entry, and how many operands its name takes. */
  record Match(Entry entry, int subcommands) {}

  private static final int MAX_SUBCOMMANDS = 3;

  private static final Utilities ALL = new Utilities();

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, String> valued = new HashMap<>();
  private final Set<String> withSubcommands = new HashSet<>();

  private Utilities() {
    try (InputStream in = Utilities.class.getResourceAsStream("utilities.txt")) {
      if (in == null) {
        throw new IllegalStateException("utilities.txt is missing from the jar");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The arguments of {@code name}, split with the knowledge of which options take a value. */
  static Options options(String name, List<Argument> arguments) {
    return Options.of(arguments, ALL.valued.getOrDefault(name, ""));
  }

  static boolean knows(String name) {
    return ALL.entries.containsKey(name) || ALL.withSubcommands.contains(name);
  }

  /** The entry for a utility with these arguments: the one that says most about them. */
  static Optional<Match> find(String name, List<Argument> arguments) {
    return ALL.entry(name, arguments);
  }

  private Optional<Match> entry(String name, List<Argument> arguments) {
    if (!withSubcommands.contains(name)) {
      return Optional.ofNullable(entries.get(name)).map(e -> new Match(e, 0));
    }
    Stream<Entry> byOption =
        arguments.stream()
            .filter(Argument::isOption)
            .map(a -> entries.get(name + ":" + a.value()))
            .filter(e -> e != null);
    Optional<Match> gravest =
        byOption.max(Comparator.comparing(Entry::level)).map(e -> new Match(e, 0));
    return gravest.or(
        () -> Optional.ofNullable(bySubcommand(name, options(name, arguments).operands())));
  }

  /** The longest match. What only looks when it stands alone says nothing of subcommands. */
  private @Nullable Match bySubcommand(String name, List<Argument> operands) {
    List<String> keys = new ArrayList<>();
    String key = name;
    for (Argument operand : operands.subList(0, Math.min(MAX_SUBCOMMANDS, operands.size()))) {
      String word = operand.value();
      keys.addFirst(key + ":" + word.substring(0, word.indexOf('-') + 1) + "*");
      key += ":" + word;
      keys.addFirst(key);
    }
    for (String one : keys) {
      Entry entry = entries.get(one);
      if (entry != null) {
        return new Match(
            entry, (int) one.substring(name.length()).chars().filter(c -> c == ':').count());
      }
    }
    Entry alone = entries.get(name);
    boolean looks = alone != null && alone.level() == Risk.Level.READ_ONLY;
    return alone == null || (looks && !operands.isEmpty()) ? null : new Match(alone, 0);
  }

  private void add(String line) {
    int colon = line.indexOf(": ");
    String[] head = line.substring(0, colon).split(" ", 2);
    String names = line.substring(colon + 2).strip();
    if (head[0].equals("valued")) {
      valued.put(head[1], names);
      return;
    }
    Entry entry = new Entry(Risk.Level.valueOf(head[0].toUpperCase(Locale.ROOT)), head[1]);
    for (String name : names.split("\\s+", -1)) {
      if (entries.put(name, entry) != null) {
        throw new IllegalStateException("utilities.txt names " + name + " twice");
      }
      if (name.indexOf(':') > 0) {
        withSubcommands.add(name.substring(0, name.indexOf(':')));
      }
    }
  }
}
