package dev.sigma.commands.shell;

import dev.sigma.commands.Shell;
import java.util.ArrayList;
import java.util.List;

/** Reads what starts with a dollar sign, a backtick, or opens a process substitution. */
final class ExpansionReader {
  private static final String[] OPERATORS = {
    ":-", ":=", ":+", ":?", ":", "-", "=", "+", "?", "##", "#", "%%", "%", "//", "/#", "/%", "/",
    "^^", "^", ",,", ",", "@"
  };

  private final Cursor cursor;
  private final Shell shell;
  private final Budget budget;
  private final WordReader words;
  private final CommandParser parser;
  private int substitutions;

  ExpansionReader(
      Cursor cursor, Shell shell, Budget budget, WordReader words, CommandParser parser) {
    this.cursor = cursor;
    this.shell = shell;
    this.budget = budget;
    this.words = words;
    this.parser = parser;
  }

  boolean insideSubstitution() {
    return substitutions > 0;
  }

  WordPart dollar(boolean inDouble) {
    int from = cursor.position();
    char next = cursor.peek(1);
    if (next == '(') {
      if (cursor.peek(2) == '(' && closesAsArithmetic(from + 3)) {
        cursor.skip(3);
        return new WordPart.Arithmetic(arithmetic(), origin(from), end());
      }
      cursor.skip(2);
      Command body = nestedCommand(from);
      return new WordPart.CommandSubstitution(body, origin(from), end());
    }
    if (next == '{') {
      return braces(inDouble);
    }
    if (next == '[' && shell != Shell.SH) {
      cursor.skip(2);
      return new WordPart.Arithmetic(until(']', inDouble), origin(from), end());
    }
    if (next == '\'' && !inDouble) {
      cursor.skip(1);
      return new WordPart.Quoted(AnsiQuote.read(cursor));
    }
    if (next == '"' && !inDouble) {
      cursor.skip(1);
      return words.doubleQuoted();
    }
    int length = nameLength(1);
    if (length == 0) {
      cursor.skip(1);
      return new WordPart.Quoted(cursor.slice(from, from + 1));
    }
    cursor.skip(1 + length);
    String name = cursor.text().substring(from + 1, from + 1 + length);
    return new WordPart.Parameter(name, "", List.of(), origin(from), end());
  }

  private int nameLength(int ahead) {
    char c = cursor.peek(ahead);
    if (WordReader.isNameStart(c)) {
      int length = 1;
      while (WordReader.isNameCharacter(cursor.peek(ahead + length))) {
        length++;
      }
      return length;
    }
    return c != 0 && "@*#?-$!0123456789".indexOf(c) >= 0 ? 1 : 0;
  }

  private WordPart braces(boolean inDouble) {
    int from = cursor.position();
    budget.enter(origin(from));
    cursor.skip(2);
    char first = cursor.peek();
    if (first == ' ' || first == '\t' || first == '\n' || first == '|') {
      // ${ command; } of ksh and newer shells: runs a command.
      until('}', inDouble);
      budget.leave();
      return new WordPart.Broken("a substitution that not every shell knows", origin(from), end());
    }
    String prefix = "";
    if (first == '(' && shell == Shell.ZSH) {
      int close = cursor.text().indexOf(')', cursor.position());
      if (close < 0) {
        throw cursor.error("unexpected end of command while looking for `)'");
      }
      prefix = cursor.text().substring(cursor.position(), close + 1);
      cursor.moveTo(close + 1);
    } else if (prefixAhead()) {
      prefix = String.valueOf(first);
      cursor.skip(1);
    }
    int length = nameLength(0);
    while (length > 0
        && Character.isDigit(cursor.peek())
        && Character.isDigit(cursor.peek(length))) {
      length++;
    }
    String name = cursor.text().substring(cursor.position(), cursor.position() + length);
    cursor.skip(length);
    List<WordPart> argument = new ArrayList<>();
    if (cursor.peek() == '[' && shell != Shell.SH) {
      cursor.skip(1);
      argument.addAll(until(']', inDouble));
      prefix += "[]";
    }
    String operator = operatorAhead();
    cursor.skip(operator.length());
    boolean pattern = !operator.isEmpty() && "#%/^,".indexOf(operator.charAt(0)) >= 0;
    argument.addAll(until('}', inDouble && !pattern));
    budget.leave();
    return new WordPart.Parameter(
        name, prefix + operator, List.copyOf(argument), origin(from), end());
  }

  /** Whether a sign here stands before a name rather than being one. */
  private boolean prefixAhead() {
    char c = cursor.peek();
    boolean sign = c == '!' || c == '#' || (shell == Shell.ZSH && c != 0 && "+=^~".indexOf(c) >= 0);
    return sign && nameLength(1) > 0 && cursor.peek(1) != '}';
  }

  private String operatorAhead() {
    for (String operator : OPERATORS) {
      if (cursor.startsWith(operator)) {
        return operator;
      }
    }
    return "";
  }

  /**
   * Reads parts up to {@code close}, which is consumed. Quotes hide it; where {@code inDouble},
   * single quotes are ordinary characters, though bash wants two of them and hides what is between.
   */
  List<WordPart> until(char close, boolean inDouble) {
    int open = cursor.position();
    budget.enter(origin(open));
    List<WordPart> parts = new ArrayList<>();
    boolean process = !inDouble && close == '}' && shell == Shell.BASH;
    boolean hiding = false;
    int nested = 0;
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.errorAt(open, "unexpected end of command while looking for `" + close + "'");
      }
      budget.node(origin(cursor.position()));
      char c = cursor.peek();
      int at = cursor.position();
      if (c == close && nested == 0 && !hiding) {
        cursor.skip(1);
        budget.leave();
        return List.copyOf(parts);
      }
      switch (c) {
        case '\\' -> escape(parts, inDouble);
        case '$' ->
            parts.add(
                dollar(inDouble && !(shell == Shell.BASH && !hiding && cursor.peek(1) == '\'')));
        case '`' -> parts.add(backticks(inDouble));
        case '"' -> {
          if (hiding) {
            cursor.skip(1);
            parts.add(new WordPart.Quoted(cursor.slice(at, at + 1)));
          } else {
            parts.add(words.doubleQuoted());
          }
        }
        case '\'' -> {
          if (inDouble) {
            hiding = !hiding && shell == Shell.BASH && close == '}';
            cursor.skip(1);
            parts.add(new WordPart.Quoted(cursor.slice(at, at + 1)));
          } else {
            parts.add(words.singleQuoted());
          }
        }
        default -> {
          if (process && c != '=' && words.processSubstitutionAhead()) {
            parts.add(processSubstitution());
            break;
          }
          // Brackets nest (a[b[1]]); braces do not.
          if (close == ']' && c == '[') {
            nested++;
          } else if (c == close) {
            nested--;
          }
          do {
            cursor.skip(1);
          } while (!cursor.atEnd() && "\\$`\"'[]}<>".indexOf(cursor.peek()) < 0);
          parts.add(new WordPart.Literal(cursor.slice(at, cursor.position())));
        }
      }
    }
  }

  /** Reads a backslash and what it quotes; with a line break, both are gone. */
  private void escape(List<WordPart> parts, boolean inDouble) {
    int at = cursor.position();
    char next = cursor.peek(1);
    int to = at + (next == 0 ? 1 : 2);
    cursor.moveTo(to);
    if (next != '\n') {
      boolean kept = next == 0 || (inDouble && "$`\"\\}".indexOf(next) < 0);
      parts.add(new WordPart.Quoted(cursor.slice(kept ? at : at + 1, to)));
    }
  }

  /** Whether the parentheses from {@code index} on are closed by two in a row. */
  boolean closesAsArithmetic(int index) {
    String text = cursor.text();
    int depth = 0;
    for (int i = index; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\' -> i++;
        case '\'', '"' -> {
          int close = closingQuote(text, i);
          if (close < 0) {
            return false;
          }
          i = close;
        }
        case '(' -> depth++;
        case ')' -> {
          if (depth-- == 0) {
            return i + 1 < text.length() && text.charAt(i + 1) == ')';
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static int closingQuote(String text, int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  /** Reads an arithmetic expression after its opening parentheses, and the closing ones. */
  List<WordPart> arithmetic() {
    int open = cursor.position();
    budget.enter(origin(open));
    List<WordPart> parts = new ArrayList<>();
    int depth = 0;
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.errorAt(open, "unexpected end of command while looking for `))'");
      }
      budget.node(origin(cursor.position()));
      int at = cursor.position();
      char c = cursor.peek();
      switch (c) {
        case '$' -> parts.add(dollar(true));
        case '`' -> parts.add(backticks(true));
        case '"' -> parts.add(words.doubleQuoted());
        case '\'' -> parts.add(words.singleQuoted());
        case '\\' -> escape(parts, false);
        case ')' -> {
          if (depth == 0) {
            if (cursor.peek(1) != ')') {
              throw cursor.error("unexpected `)' in an arithmetic expression");
            }
            cursor.skip(2);
            budget.leave();
            return List.copyOf(parts);
          }
          depth--;
          cursor.skip(1);
          parts.add(new WordPart.Literal(cursor.slice(at, at + 1)));
        }
        default -> {
          if (c == '(') {
            depth++;
          }
          do {
            cursor.skip(1);
          } while (!cursor.atEnd() && "$`\"'\\()".indexOf(cursor.peek()) < 0);
          parts.add(new WordPart.Literal(cursor.slice(at, cursor.position())));
        }
      }
    }
  }

  WordPart processSubstitution() {
    int from = cursor.position();
    boolean output = cursor.peek() == '>';
    cursor.skip(2);
    Command body = nestedCommand(from);
    return new WordPart.ProcessSubstitution(output, body, origin(from), end());
  }

  private Command nestedCommand(int from) {
    budget.enter(origin(from));
    substitutions++;
    boolean argument = words.argumentPosition();
    Command body = parser.substitution();
    words.argumentPosition(argument);
    substitutions--;
    budget.leave();
    return body;
  }

  /** Reads backticks; what they hold is parsed apart, with its backslashes removed. */
  WordPart backticks(boolean inDouble) {
    int from = cursor.position();
    budget.enter(origin(from));
    cursor.skip(1);
    SourceText.Builder text = new SourceText.Builder(origin(from) + 1);
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.errorAt(from, "unexpected end of command while looking for a closing ``'");
      }
      int at = cursor.position();
      char c = cursor.peek();
      cursor.skip(1);
      if (c == '`') {
        break;
      }
      if (c == '\\' && !cursor.atEnd()) {
        char next = cursor.peek();
        cursor.skip(1);
        boolean removed = next == '`' || next == '\\' || next == '$' || (next == '"' && inDouble);
        text.append(cursor.slice(removed ? at + 1 : at, at + 2));
      } else {
        text.append(c, origin(at));
      }
    }
    int depth = budget.depth();
    Command body;
    try {
      body = new CommandParser(text.build(), shell, budget).program();
    } catch (SyntaxException e) {
      body = new Command.Unparsed(e.reason(), origin(from), end());
    }
    budget.restore(depth);
    budget.leave();
    return new WordPart.CommandSubstitution(body, origin(from), end());
  }

  private int origin(int index) {
    return cursor.origin(index);
  }

  private int end() {
    return cursor.end(cursor.position());
  }
}
