package dev.sigma.commands.explain;

import dev.sigma.commands.Explanation;
import dev.sigma.commands.manual.Manual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains a program with its subcommands and options, and the programs that it runs. */
final class Invocations {
  /** Utilities that run the command behind them, and how many operands come before it. */
  private static final Map<String, Integer> WRAPPERS =
      Map.ofEntries(
          Map.entry("sudo", 0),
          Map.entry("env", 0),
          Map.entry("time", 0),
          Map.entry("nohup", 0),
          Map.entry("nice", 0),
          Map.entry("ionice", 0),
          Map.entry("setsid", 0),
          Map.entry("stdbuf", 0),
          Map.entry("timeout", 1),
          Map.entry("watch", 0),
          Map.entry("xargs", 0),
          Map.entry("strace", 0));

  private static final Set<String> RUNS = Set.of("-exec", "-execdir", "-ok");
  private static final Set<String> RUN_ENDS = Set.of(";", "\\;", "';'", "\";\"", "+");
  private static final int MOST_SUBCOMMANDS = 3;

  private final List<Argument> words;
  private final List<Explanation> found = new ArrayList<>();
  private int next;

  private Invocations(List<Argument> words) {
    this.words = words;
  }

  static List<Explanation> explain(List<Argument> words) {
    Invocations invocations = new Invocations(words);
    while (invocations.next < words.size()) {
      invocations.program();
    }
    return invocations.found;
  }

  private void program() {
    Argument name = words.get(next++);
    String page = name.text().substring(name.text().lastIndexOf('/') + 1);
    Manual.purpose(page).ifPresent(text -> add(name, name.end(), text));
    Integer before = WRAPPERS.get(page);
    int subcommands = 0;
    int operands = 0;
    while (next < words.size()) {
      Argument word = words.get(next);
      if (word.text().equals("--")) {
        next++;
        if (before == null) {
          next = words.size();
        }
        return;
      }
      if (word.isOption()) {
        next++;
        option(page, word);
      } else if (before != null) {
        boolean assignment = word.text().matches("[A-Za-z_]\\w*=.*");
        if (!assignment && operands++ >= before) {
          return;
        }
        next++;
      } else {
        next++;
        String longer = page + " " + word.text();
        if (subcommands == operands && subcommands < MOST_SUBCOMMANDS && Manual.knows(longer)) {
          page = longer;
          subcommands++;
          Manual.purpose(page).ifPresent(text -> add(word, word.end(), text));
        }
        operands++;
      }
    }
  }

  private void option(String page, Argument word) {
    String text = word.text();
    int equals = text.indexOf('=');
    String flag = equals > 0 ? text.substring(0, equals) : text;
    Optional<Manual.Option> whole = Manual.option(page, flag);
    if (whole.isPresent()) {
      boolean takesNext = equals < 0 && whole.get().value() == Manual.Value.REQUIRED;
      add(word, takesNext ? value(word) : word.end(), whole.get().text());
      if (RUNS.contains(flag)) {
        run();
      }
    } else if (text.charAt(1) != '-') {
      cluster(page, word);
    }
  }

  /** The end of an option's value that stands in the next word, which is read. */
  private int value(Argument option) {
    if (RUNS.contains(option.text()) || next >= words.size()) {
      return option.end();
    }
    return words.get(next++).end();
  }

  /** The command of {@code -exec}. */
  private void run() {
    List<Argument> inner = new ArrayList<>();
    while (next < words.size()) {
      Argument word = words.get(next++);
      if (RUN_ENDS.contains(word.text())) {
        break;
      }
      inner.add(word);
    }
    found.addAll(explain(inner));
  }

  /** Letters behind one dash: each an option, up to one that takes the rest as its value. */
  private void cluster(String page, Argument word) {
    List<String> texts = new ArrayList<>();
    int end = word.end();
    for (int i = 1; i < word.text().length(); i++) {
      Optional<Manual.Option> option = Manual.option(page, "-" + word.text().charAt(i));
      if (option.isEmpty()) {
        return;
      }
      texts.add(option.get().text());
      if (option.get().value() == Manual.Value.REQUIRED) {
        end = i + 1 == word.text().length() ? value(word) : end;
        break;
      }
    }
    add(word, end, String.join("; ", texts));
  }

  private void add(Argument word, int end, String text) {
    found.add(new Explanation(word.start(), end, text));
  }
}
