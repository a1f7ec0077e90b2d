package dev.sigma.commands.manual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What is known of utilities: {@code manual.tsv.gz}, made by {@code models/flags/extract.py} from
 * the man pages of Debian. A page is a utility, or a utility and its subcommands: {@code docker
 * run}.
 */
public final class Manual {
  private static final Manual ALL = new Manual();

  private final Map<String, Page> pages = new HashMap<>();

  /** Whether an option has a value. */
  public enum Value {
    NONE,
    /** Behind {@code =} if at all. */
    OPTIONAL,
    REQUIRED
  }

  /** What an option does. */
  public record Option(String text, Value value) {}

  private static final class Page {
    private String purpose = "";
    private final Map<String, Option> options = new HashMap<>();
  }

  private Manual() {
    try (InputStream in = Manual.class.getResourceAsStream("manual.tsv.gz")) {
      if (in == null) {
        throw new IllegalStateException("manual.tsv.gz is missing from the jar");
      }
      new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
          .lines()
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] fields = line.split("\t", 3);
    Page page = pages.computeIfAbsent(fields[0], ignored -> new Page());
    if (fields[1].isEmpty()) {
      page.purpose = fields[2];
      return;
    }
    Value value =
        fields[1].endsWith("=") || fields[1].contains("= ")
            ? Value.REQUIRED
            : fields[1].contains("?") ? Value.OPTIONAL : Value.NONE;
    for (String flag : fields[1].split(" ", -1)) {
      String name = flag.endsWith("=") || flag.endsWith("?") ? bare(flag) : flag;
      Option known = page.options.get(name);
      // manuals mention an option in several places; where it takes a value is where it is
      // described
      if (known == null || (known.value() == Value.NONE && value != Value.NONE)) {
        page.options.put(name, new Option(fields[2], value));
      }
    }
  }

  private static String bare(String flag) {
    return flag.substring(0, flag.length() - 1);
  }

  /** Whether there is a page of a utility, or of a utility and its subcommands. */
  public static boolean knows(String page) {
    return ALL.pages.containsKey(page);
  }

  /** What it is for, in a few words. */
  public static Optional<String> purpose(String page) {
    return Optional.ofNullable(ALL.pages.get(page)).map(p -> p.purpose).filter(p -> !p.isEmpty());
  }

  /**
   * What an option means: to the subcommand, or else to the utility.
   *
   * @param flag with its dashes, without a value
   */
  public static Optional<Option> option(String page, String flag) {
    for (String name = page; ; name = name.substring(0, name.lastIndexOf(' '))) {
      Page known = ALL.pages.get(name);
      if (known != null && known.options.containsKey(flag)) {
        return Optional.ofNullable(known.options.get(flag));
      }
      if (name.indexOf(' ') < 0) {
        return Optional.empty();
      }
    }
  }
}
