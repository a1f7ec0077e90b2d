package dev.sigma.commands.forms;

import dev.sigma.commands.forms.Node.Call;
import dev.sigma.commands.forms.Node.Fixed;
import dev.sigma.commands.forms.Node.Flags;
import dev.sigma.commands.forms.Node.Item;
import dev.sigma.commands.forms.Node.Nested;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits the words of one command: options, values, subcommands, commands that it runs. */
final class CallReader {
  private static final Set<String> RUNS = Set.of("-exec", "-execdir", "-ok", "-okdir");
  private static final Set<String> OPERATORS = Set.of("(", ")", "!", ",");
  private static final Pattern SUBCOMMAND = Pattern.compile("[a-z][a-z0-9:_-]*");
  private static final Pattern NUMBER = Pattern.compile("-\\d+");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);

  private final String utility;
  private final List<WordText> words;
  private final List<Item> items = new ArrayList<>();
  private int next = 1;
  private int operands;
  private boolean optionsEnded;
  private String subcommand = "";

  private CallReader(List<WordText> words) {
    this.words = words;
    String name = words.getFirst().plain();
    this.utility = name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * @param words at least one
   */
  static Call read(List<WordText> words) {
    CallReader reader = new CallReader(words);
    while (reader.next < words.size()) {
      reader.item(words.get(reader.next++));
    }
    return new Call(reader.utility, List.copyOf(reader.items));
  }

  private void item(WordText word) {
    if (!optionsEnded && word.plain().equals("--")) {
      optionsEnded = true;
      items.add(new Fixed("--"));
    } else if (!optionsEnded && isOption(word)) {
      option(word);
    } else if (operands == Utilities.operandsBeforeCommand(utility)
        && !ASSIGNMENT.matcher(word.plain()).matches()) {
      items.add(new Nested(read(words.subList(next - 1, words.size()))));
      next = words.size();
    } else {
      operand(word);
    }
  }

  private static boolean isOption(WordText word) {
    String text = word.plain();
    return text.length() > 1 && text.startsWith("-") && !text.startsWith("-$");
  }

  private void operand(WordText word) {
    if (utility.equals("find") && OPERATORS.contains(word.plain())) {
      items.add(new Fixed(word.plain()));
      return;
    }
    boolean isSubcommand = isSubcommand(word);
    items.add(isSubcommand ? new Fixed(word.plain()) : word.value());
    if (isSubcommand) {
      subcommand = word.plain();
    }
    if (!ASSIGNMENT.matcher(word.plain()).matches()) {
      operands++;
    }
  }

  private boolean isSubcommand(WordText word) {
    boolean named =
        switch (operands) {
          case 0 -> Utilities.hasSubcommand(utility, items.isEmpty());
          case 1 -> !subcommand.isEmpty() && Utilities.hasNestedSubcommands(utility, subcommand);
          default -> false;
        };
    return named && word.isBare() && SUBCOMMAND.matcher(word.plain()).matches();
  }

  private void option(WordText word) {
    String text = word.plain();
    if (utility.equals("find") && RUNS.contains(text)) {
      run(text);
    } else if (text.startsWith("--") || Utilities.hasLongOptions(utility)) {
      longOption(word);
    } else if (NUMBER.matcher(text).matches() && Utilities.hasNumberOption(utility)) {
      Node.Value number = new Node.Value("NUMBER", text.substring(1), List.of());
      items.add(new Flags(List.of("-NUMBER"), "-", "", Optional.of(number)));
    } else {
      cluster(word);
    }
  }

  /** {@code -exec ... \;} or {@code ... +}. */
  private void run(String option) {
    int end = next;
    while (end < words.size() && !Set.of(";", "+").contains(words.get(end).plain())) {
      end++;
    }
    Optional<Item> run =
        end == next ? Optional.empty() : Optional.of(new Nested(read(words.subList(next, end))));
    items.add(new Flags(List.of(option), option, " ", run));
    if (end < words.size()) {
      items.add(new Fixed(words.get(end).plain()));
    }
    next = Math.min(end + 1, words.size());
  }

  private void longOption(WordText word) {
    int equals = word.plain().indexOf('=');
    if (equals < 0) {
      String name = word.plain();
      items.add(new Flags(List.of(name), word.canonical(), " ", following(name)));
      return;
    }
    String name = word.plain().substring(0, equals);
    String canonical = word.canonical();
    int from = canonical.indexOf('=');
    Node.Value value =
        new Node.Value(
            WordText.kind(word.plain().substring(equals + 1)),
            canonical.substring(from + 1),
            word.inner());
    items.add(new Flags(List.of(name), canonical.substring(0, from), "=", Optional.of(value)));
  }

  /** The next word, where the option takes it. */
  private Optional<Item> following(String option) {
    return Utilities.takesValue(utility, option) && next < words.size()
        ? Optional.of(words.get(next++).value())
        : Optional.empty();
  }

  /** {@code -la}, {@code -n5}, {@code -xzf}: letters, the last of which may have a value. */
  private void cluster(WordText word) {
    String text = word.plain();
    List<String> names = new ArrayList<>();
    boolean valued = false;
    int i = 1;
    while (i < text.length() && !valued && isLetter(text.charAt(i), names)) {
      String letter = text.substring(i, ++i);
      names.add("-" + letter);
      valued = Utilities.takesValue(utility, letter);
    }
    if (names.isEmpty()) {
      items.add(word.value());
      return;
    }
    Optional<Item> value = Optional.empty();
    String glue = " ";
    if (i < text.length()) {
      // the letters before it need no escapes, so its place is the same in both texts
      glue = "";
      value =
          Optional.of(
              new Node.Value(
                  WordText.kind(text.substring(i)), word.canonical().substring(i), word.inner()));
    } else if (valued) {
      value = following(names.getLast().substring(1));
    }
    names.subList(0, value.isPresent() ? names.size() - 1 : names.size()).sort(null);
    String letters = String.join("", names).replace("-", "");
    items.add(new Flags(List.copyOf(names), "-" + letters, glue, value));
  }

  private boolean isLetter(char c, List<String> before) {
    boolean digitOption = before.isEmpty() || Utilities.hasDigitOptions(utility);
    return (c < 128 && Character.isLetter(c)) || (digitOption && c >= '0' && c <= '9');
  }
}
