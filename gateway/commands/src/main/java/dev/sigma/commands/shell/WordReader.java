package dev.sigma.commands.shell;

import dev.sigma.commands.Shell;
import java.util.ArrayList;
import java.util.List;

/** Reads words, with the quotes and patterns in them; what starts with $ is left to expansions. */
final class WordReader {
  private final Cursor cursor;
  private final Shell shell;
  private final Budget budget;
  private final ExpansionReader expansions;
  private boolean argumentPosition;

  WordReader(Cursor cursor, Shell shell, Budget budget, CommandParser parser) {
    this.cursor = cursor;
    this.shell = shell;
    this.budget = budget;
    this.expansions = new ExpansionReader(cursor, shell, budget, this, parser);
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNameCharacter(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }

  /** What a part says where no expansion takes place, as in the delimiter of a here-document. */
  static String plain(WordPart part) {
    return switch (part) {
      case WordPart.Literal literal -> literal.text().text();
      case WordPart.Quoted quoted -> quoted.text().text();
      case WordPart.DoubleQuoted quoted -> {
        StringBuilder text = new StringBuilder();
        quoted.parts().forEach(p -> text.append(plain(p)));
        yield text.toString();
      }
      case WordPart.Parameter parameter -> "$" + parameter.name();
      default -> "";
    };
  }

  /** Told by the parser: whether the next word is an argument rather than a command's name. */
  void argumentPosition(boolean value) {
    argumentPosition = value;
  }

  boolean argumentPosition() {
    return argumentPosition;
  }

  boolean insideSubstitution() {
    return expansions.insideSubstitution();
  }

  boolean processSubstitutionAhead() {
    char c = cursor.peek();
    return shell != Shell.SH
        && cursor.peek(1) == '('
        && (c == '<' || c == '>' || (c == '=' && shell == Shell.ZSH));
  }

  /** Reads {@code name=value} and such; a head without a name where none stands here. */
  Token.Head assignment() {
    int from = cursor.position();
    if (!isNameStart(cursor.peek())) {
      return Token.Head.NONE;
    }
    int length = 1;
    while (isNameCharacter(cursor.peek(length))) {
      length++;
    }
    String name = cursor.text().substring(from, from + length);
    List<WordPart> written = new ArrayList<>();
    List<WordPart> subscript = List.of();
    int rest = from;
    if (cursor.peek(length) == '[' && shell != Shell.SH && subscriptCloses(from + length)) {
      cursor.skip(length + 1);
      written.add(new WordPart.Literal(cursor.slice(from, cursor.position())));
      subscript = expansions.until(']', false);
      written.addAll(subscript);
      rest = cursor.position() - 1;
      length = 0;
    }
    boolean append = cursor.peek(length) == '+' && cursor.peek(length + 1) == '=';
    boolean assigns = append || cursor.peek(length) == '=';
    cursor.skip(assigns ? length + (append ? 2 : 1) : 0);
    if (cursor.position() > from) {
      written.add(new WordPart.Literal(cursor.slice(rest, cursor.position())));
    }
    int start = cursor.position();
    if (!assigns) {
      return new Token.Head("", List.of(), false, new Word(List.of(), 0, 0), written);
    }
    boolean array = cursor.peek() == '(' && shell != Shell.SH;
    List<WordPart> parts = array ? List.of(array()) : parts();
    Word value = new Word(parts, cursor.origin(start), cursor.end(cursor.position()));
    return new Token.Head(name, subscript, append, value, List.copyOf(written));
  }

  /** In zsh a bracket that is not closed within its word is an ordinary character. */
  private boolean subscriptCloses(int open) {
    for (int i = open; shell == Shell.ZSH && i < cursor.text().length(); i++) {
      char c = cursor.text().charAt(i);
      if (c == ']' || isMeta(c)) {
        return c == ']';
      }
    }
    return shell != Shell.ZSH;
  }

  /** The whole word of which {@link #assignment} has read the beginning. */
  Word wordAfter(Token.Head head, int from) {
    if (cursor.position() == from) {
      return word();
    }
    List<WordPart> parts = new ArrayList<>(head.written());
    parts.addAll(head.name().isEmpty() ? parts() : head.value().parts());
    return new Word(parts, cursor.origin(from), cursor.end(cursor.position()));
  }

  private WordPart array() {
    int open = cursor.position();
    budget.enter(cursor.origin(open));
    cursor.skip(1);
    List<Word> words = new ArrayList<>();
    while (true) {
      cursor.skipBlanks();
      char c = cursor.peek();
      if (cursor.atEnd()) {
        throw cursor.errorAt(open, "unexpected end of command while looking for `)'");
      } else if (c == '\n') {
        cursor.skip(1);
      } else if (c == '#') {
        while (!cursor.atEnd() && cursor.peek() != '\n') {
          cursor.skip(1);
        }
      } else if (c == ')') {
        cursor.skip(1);
        budget.leave();
        return new WordPart.ArrayLiteral(words);
      } else {
        int before = cursor.position();
        words.add(c == '[' && shell == Shell.BASH ? element() : word());
        if (cursor.position() == before) {
          throw cursor.error("unexpected `" + c + "' in an array");
        }
      }
    }
  }

  /** {@code [subscript]=value}, or a glob that starts with a bracket. */
  private Word element() {
    int from = cursor.position();
    cursor.skip(1);
    List<WordPart> parts = new ArrayList<>();
    parts.add(new WordPart.Literal(cursor.slice(from, from + 1)));
    parts.addAll(expansions.until(']', false));
    int close = cursor.position() - 1;
    parts.add(new WordPart.Literal(cursor.slice(close, close + 1)));
    parts.addAll(parts());
    return new Word(parts, cursor.origin(from), cursor.end(cursor.position()));
  }

  Word word() {
    int from = cursor.position();
    List<WordPart> parts = parts();
    budget.node(cursor.origin(from));
    return new Word(parts, cursor.origin(from), cursor.end(cursor.position()));
  }

  /** Reads parts up to a blank or an operator. */
  private List<WordPart> parts() {
    List<WordPart> parts = new ArrayList<>();
    int wordStart = cursor.position();
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (processSubstitutionAhead() && (c != '=' || cursor.position() == wordStart)) {
        parts.add(expansions.processSubstitution());
      } else if ((c == '(' && zshGroupHere(wordStart)) || patternGroupAhead()) {
        parts.add(patternGroup());
      } else if (isMeta(c) || (cursor.position() > wordStart && closingBraceHere(wordStart))) {
        break;
      } else {
        part(parts);
      }
    }
    return parts;
  }

  /** In zsh a brace at the end of a word is no part of it, unless one was opened in it. */
  private boolean closingBraceHere(int wordStart) {
    if (shell != Shell.ZSH
        || cursor.peek() != '}'
        || !(cursor.peek(1) == 0 || isMeta(cursor.peek(1)))) {
      return false;
    }
    int open = 0;
    for (int i = wordStart; i < cursor.position(); i++) {
      char c = cursor.text().charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return open <= 0;
  }

  private boolean zshGroupHere(int wordStart) {
    return shell == Shell.ZSH
        && (argumentPosition || cursor.position() > wordStart)
        && !(cursor.peek(1) == ')');
  }

  private boolean patternGroupAhead() {
    return shell == Shell.BASH
        && "?*+@!".indexOf(cursor.peek()) >= 0
        && !cursor.atEnd()
        && cursor.peek(1) == '(';
  }

  private static boolean isMeta(char c) {
    return " \t\n|&;()<>".indexOf(c) >= 0;
  }

  /** Reads one quoted string, expansion or run of plain characters. */
  private void part(List<WordPart> parts) {
    budget.node(cursor.origin(cursor.position()));
    switch (cursor.peek()) {
      case '\\' -> escape(parts);
      case '\'' -> parts.add(singleQuoted());
      case '"' -> parts.add(doubleQuoted());
      case '$' -> parts.add(expansions.dollar(false));
      case '`' -> parts.add(expansions.backticks(false));
      default -> {
        int from = cursor.position();
        do {
          cursor.skip(1);
        } while (!cursor.atEnd()
            && !isMeta(cursor.peek())
            && "\\'\"$`".indexOf(cursor.peek()) < 0
            && !(shell == Shell.ZSH && cursor.peek() == '}')
            && !patternGroupAhead());
        parts.add(new WordPart.Literal(cursor.slice(from, cursor.position())));
      }
    }
  }

  private void escape(List<WordPart> parts) {
    if (cursor.peek(1) == '\n') {
      cursor.skip(2);
      return;
    }
    int at = cursor.position();
    if (at + 1 >= cursor.text().length()) {
      cursor.skip(1);
      parts.add(new WordPart.Quoted(cursor.slice(at, at + 1)));
      return;
    }
    cursor.skip(2);
    parts.add(new WordPart.Quoted(cursor.slice(at + 1, at + 2)));
  }

  WordPart singleQuoted() {
    int open = cursor.position();
    int close = cursor.text().indexOf('\'', open + 1);
    if (close < 0) {
      throw cursor.error("unexpected end of command while looking for a closing `''");
    }
    cursor.moveTo(close + 1);
    return new WordPart.Quoted(cursor.slice(open + 1, close));
  }

  WordPart doubleQuoted() {
    int open = cursor.position();
    budget.enter(cursor.origin(open));
    cursor.skip(1);
    List<WordPart> parts = new ArrayList<>();
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.errorAt(open, "unexpected end of command while looking for a closing `\"'");
      }
      if (cursor.peek() == '"') {
        cursor.skip(1);
        budget.leave();
        return new WordPart.DoubleQuoted(List.copyOf(parts));
      }
      quotedPart(parts, "\"");
    }
  }

  /**
   * Reads what may stand between double quotes, or in a here-document where {@code end} is empty.
   */
  private void quotedPart(List<WordPart> parts, String end) {
    budget.node(cursor.origin(cursor.position()));
    switch (cursor.peek()) {
      case '$' -> parts.add(expansions.dollar(true));
      case '`' -> parts.add(expansions.backticks(true));
      case '\\' -> {
        char next = cursor.peek(1);
        int at = cursor.position();
        if (next == '\n') {
          cursor.skip(2);
        } else if (next != 0 && ("$`\\" + end).indexOf(next) >= 0) {
          cursor.skip(2);
          parts.add(new WordPart.Quoted(cursor.slice(at + 1, at + 2)));
        } else {
          cursor.skip(1);
          parts.add(new WordPart.Quoted(cursor.slice(at, at + 1)));
        }
      }
      default -> {
        int from = cursor.position();
        do {
          cursor.skip(1);
        } while (!cursor.atEnd() && ("\\$`" + end).indexOf(cursor.peek()) < 0);
        parts.add(new WordPart.Quoted(cursor.slice(from, cursor.position())));
      }
    }
  }

  /** Reads a group of patterns, its parentheses matched. */
  WordPart patternGroup() {
    int open = cursor.position();
    budget.enter(cursor.origin(open));
    List<WordPart> parts = new ArrayList<>();
    if (cursor.peek() != '(') {
      parts.add(new WordPart.Literal(cursor.slice(open, open + 1)));
      cursor.skip(1);
    }
    cursor.skip(1);
    while (true) {
      if (cursor.atEnd()) {
        throw cursor.errorAt(open, "unexpected end of command while looking for `)'");
      }
      char c = cursor.peek();
      if (c == ')') {
        cursor.skip(1);
        budget.leave();
        return new WordPart.PatternGroup(
            List.copyOf(parts), cursor.origin(open), cursor.end(cursor.position()));
      } else if (c == '(' || patternGroupAhead()) {
        parts.add(patternGroup());
      } else if (isMeta(c)) {
        int at = cursor.position();
        cursor.skip(1);
        parts.add(new WordPart.Literal(cursor.slice(at, at + 1)));
      } else {
        part(parts);
      }
    }
  }

  /** Reads the right side of {@code =~}: parentheses and bars belong to it. */
  Word regularExpression() {
    cursor.skipBlanks();
    int from = cursor.position();
    List<WordPart> parts = new ArrayList<>();
    while (!cursor.atEnd() && " \t\n;&)<>".indexOf(cursor.peek()) < 0) {
      char c = cursor.peek();
      if (c == '(') {
        parts.add(patternGroup());
      } else if (c == '|') {
        int at = cursor.position();
        cursor.skip(1);
        parts.add(new WordPart.Literal(cursor.slice(at, at + 1)));
      } else {
        part(parts);
      }
    }
    return new Word(parts, cursor.origin(from), cursor.end(cursor.position()));
  }

  Word hereDocument(SourceText body, boolean quoted, int place) {
    int end = Math.max(place, body.endOf(body.length()));
    if (quoted) {
      return new Word(List.of(new WordPart.Quoted(body)), place, end);
    }
    int depth = budget.depth();
    try {
      CommandParser nested = new CommandParser(body, shell, budget);
      return new Word(nested.hereDocumentBody(), place, end);
    } catch (SyntaxException e) {
      budget.restore(depth);
      return new Word(List.of(new WordPart.Broken(e.reason(), place, end)), place, end);
    }
  }

  /** Reads a whole text as the body of a here-document. */
  List<WordPart> untilEnd() {
    List<WordPart> parts = new ArrayList<>();
    while (!cursor.atEnd()) {
      quotedPart(parts, "");
    }
    return parts;
  }

  List<WordPart> arithmeticUntilClose() {
    return expansions.arithmetic();
  }

  boolean arithmeticAhead() {
    return expansions.closesAsArithmetic(cursor.position() + 2);
  }
}
