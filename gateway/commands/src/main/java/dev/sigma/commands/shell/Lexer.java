package dev.sigma.commands.shell;

import dev.sigma.commands.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits a text into tokens, one ahead, and reads here-documents where their line ends. */
final class Lexer {
  private static final String[] OPERATORS = {
    ";;&", "<<-", "<<<", "&>>", "&&", "||", ";;", ";&", "|&", "<<", ">>", "<&", ">&", "<>", ">|",
    "&>", "&", "|", ";", "(", ")", "<", ">"
  };

  /** Operators of zsh and the ones that other shells have for them. */
  private static final Map<String, String> ZSH =
      Map.ofEntries(
          Map.entry("&|", "&"),
          Map.entry("&!", "&"),
          Map.entry(";|", ";;&"),
          Map.entry(">!", ">|"),
          Map.entry(">>|", ">>"),
          Map.entry(">>!", ">>"),
          Map.entry(">&|", "&>"),
          Map.entry(">&!", "&>"),
          Map.entry("&>|", "&>"),
          Map.entry("&>!", "&>"),
          Map.entry(">>&", "&>>"),
          Map.entry("&>>|", "&>>"),
          Map.entry("&>>!", "&>>"));

  private static final Set<String> NOT_IN_SH = Set.of("&>", "&>>", "<<<", "|&", ";;&");

  private record Pending(HereDocument document, String delimiter, boolean quoted, boolean tabs) {}

  private final Cursor cursor;
  private final WordReader words;
  private final Shell shell;
  private final List<Pending> pending = new ArrayList<>();
  private Token ahead;
  private boolean filled;
  private int consumed;

  Lexer(Cursor cursor, WordReader words, Shell shell) {
    this.cursor = cursor;
    this.words = words;
    this.shell = shell;
    this.ahead = new Token(Token.Kind.END, "", Token.Head.NONE.value(), Token.Head.NONE, 0, 0);
  }

  Token peek() {
    return peek(false);
  }

  /**
   * Reads a token only once, as reading twice would double with every level of nesting.
   *
   * @param assignment whether {@code name=(...)} and {@code name[..]=} may stand here; heeded by
   *     the first look at a token
   */
  Token peek(boolean assignment) {
    if (!filled) {
      int before = cursor.position();
      ahead = read(assignment);
      consumed = before;
      filled = true;
    }
    return ahead;
  }

  Token next() {
    return next(false);
  }

  Token next(boolean assignment) {
    Token token = peek(assignment);
    filled = false;
    if (token.kind() == Token.Kind.NEWLINE) {
      readHereDocuments();
    }
    return token;
  }

  /** After {@code >&}: digits are a word there, whatever follows. */
  Token nextTarget() {
    cursor.skipBlanks();
    int from = cursor.position();
    int length = 0;
    while (cursor.peek(length) >= '0' && cursor.peek(length) <= '9') {
      length++;
    }
    char after = cursor.peek(length);
    if (length == 0 || (after != '<' && after != '>')) {
      return next();
    }
    cursor.skip(length);
    WordPart number = new WordPart.Literal(cursor.slice(from, cursor.position()));
    Word word = new Word(List.of(number), cursor.origin(from), cursor.end(cursor.position()));
    return new Token(Token.Kind.WORD, "", word, Token.Head.NONE, from, cursor.position());
  }

  /** Puts the token ahead back, so that its text can be read in another way. */
  void rewind() {
    if (filled) {
      cursor.moveTo(ahead.from());
      filled = false;
    }
  }

  /** Index just past the last token that was taken. */
  int consumed() {
    return filled ? consumed : cursor.position();
  }

  void expectHereDocument(HereDocument document, Word delimiter, boolean tabs) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (WordPart part : delimiter.parts()) {
      quoted |= !(part instanceof WordPart.Literal);
      text.append(WordReader.plain(part));
    }
    pending.add(new Pending(document, text.toString(), quoted, tabs));
  }

  private Token read(boolean assignment) {
    cursor.skipBlanks();
    int from = cursor.position();
    if (cursor.peek() == '#') {
      while (!cursor.atEnd() && cursor.peek() != '\n') {
        cursor.skip(1);
      }
    }
    if (cursor.atEnd()) {
      return token(Token.Kind.END, "", from);
    }
    if (cursor.peek() == '\n') {
      int newline = cursor.position();
      cursor.skip(1);
      return token(Token.Kind.NEWLINE, "newline", newline);
    }
    if (!words.processSubstitutionAhead()) {
      String operator = operatorAhead();
      if (!operator.isEmpty() && !assignmentFree(operator)) {
        cursor.skip(operator.length());
        String meant = shell == Shell.ZSH ? ZSH.getOrDefault(operator, operator) : operator;
        return token(Token.Kind.OPERATOR, meant, from);
      }
    }
    return descriptorOrWord(assignment, from);
  }

  /** In zsh an opening parenthesis among arguments starts a pattern. */
  private boolean assignmentFree(String operator) {
    return shell == Shell.ZSH
        && operator.equals("(")
        && words.argumentPosition()
        && cursor.peek(1) != ')';
  }

  private String operatorAhead() {
    for (int length = 4; shell == Shell.ZSH && length > 1; length--) {
      int to = Math.min(cursor.position() + length, cursor.text().length());
      String operator = cursor.text().substring(cursor.position(), to);
      if (ZSH.containsKey(operator)) {
        return operator;
      }
    }
    for (String operator : OPERATORS) {
      if (cursor.startsWith(operator)) {
        boolean absent = shell == Shell.SH && NOT_IN_SH.contains(operator);
        if (!absent) {
          return operator;
        }
      }
    }
    return "";
  }

  private Token descriptorOrWord(boolean assignment, int from) {
    int length = 0;
    if (Character.isDigit(cursor.peek())) {
      while (cursor.peek(length) >= '0' && cursor.peek(length) <= '9') {
        length++;
      }
    } else if (cursor.peek() == '{' && shell != Shell.SH) {
      length = 1;
      while (WordReader.isNameCharacter(cursor.peek(length))) {
        length++;
      }
      length = length > 1 && cursor.peek(length) == '}' ? length + 1 : 0;
    }
    char after = cursor.peek(length);
    if (length > 0 && (after == '<' || after == '>')) {
      cursor.skip(length);
      return token(Token.Kind.DESCRIPTOR, cursor.text().substring(from, from + length), from);
    }
    Token.Head head = assignment ? words.assignment() : Token.Head.NONE;
    Word word = words.wordAfter(head, from);
    if (cursor.position() == from) {
      throw cursor.error("unexpected character `" + cursor.peek() + "'");
    }
    return new Token(
        Token.Kind.WORD,
        cursor.text().substring(from, cursor.position()),
        word,
        head,
        from,
        cursor.position());
  }

  private Token token(Token.Kind kind, String text, int from) {
    return new Token(kind, text, Token.Head.NONE.value(), Token.Head.NONE, from, cursor.position());
  }

  private void readHereDocuments() {
    List<Pending> documents = List.copyOf(pending);
    pending.clear();
    for (Pending document : documents) {
      int start = cursor.position();
      SourceText.Builder body = new SourceText.Builder(cursor.origin(start));
      while (!cursor.atEnd()) {
        int from = cursor.position();
        if (document.tabs()) {
          while (cursor.peek() == '\t') {
            cursor.skip(1);
            from++;
          }
        }
        int newline = cursor.text().indexOf('\n', from);
        int to = newline < 0 ? cursor.text().length() : newline;
        cursor.moveTo(newline < 0 ? to : to + 1);
        if (cursor.text().substring(from, to).equals(document.delimiter())) {
          break;
        }
        // Bash lets a `)` end a substitution on the delimiter's own line.
        if (words.insideSubstitution()
            && cursor.text().startsWith(document.delimiter() + ")", from)) {
          cursor.moveTo(from + document.delimiter().length());
          break;
        }
        body.append(cursor.slice(from, cursor.position()));
      }
      document
          .document()
          .fill(words.hereDocument(body.build(), document.quoted(), cursor.origin(start)));
    }
  }
}
