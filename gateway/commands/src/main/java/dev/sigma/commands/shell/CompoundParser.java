package dev.sigma.commands.shell;

import dev.sigma.commands.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what starts with a reserved word or a parenthesis. */
final class CompoundParser {
  private static final Set<String> NOT_IN_COPROCESS = Set.of("!", "coproc", "function");

  /** Words that bash does not take for a coprocess's name. */
  private static final Set<String> RESERVED =
      Set.of(
          "!",
          "{",
          "}",
          "[[",
          "]]",
          "case",
          "coproc",
          "do",
          "done",
          "elif",
          "else",
          "esac",
          "fi",
          "for",
          "function",
          "if",
          "in",
          "select",
          "then",
          "until",
          "while");

  private final CommandParser parser;
  private final Lexer lexer;
  private final WordReader words;
  private final Cursor cursor;
  private final Shell shell;

  CompoundParser(CommandParser parser, Lexer lexer, WordReader words, Cursor cursor, Shell shell) {
    this.parser = parser;
    this.lexer = lexer;
    this.words = words;
    this.cursor = cursor;
    this.shell = shell;
  }

  /** The compound command that starts here, or null where a simple one does. */
  @Nullable Command compound() {
    Token token = parser.peek();
    int from = token.from();
    if (token.isOperator("(")) {
      return parenthesis(from);
    }
    if (token.kind() != Token.Kind.WORD) {
      return null;
    }
    return switch (token.word().bareText()) {
      case "{" -> group(from);
      case "if" -> conditional(from);
      case "while", "until" -> loop(from);
      case "for" -> forLoop(from);
      case "select" -> shell == Shell.SH ? null : forLoop(from);
      case "case" -> caseOf(from);
      case "[[" -> shell == Shell.SH ? null : test(from);
      case "function" -> shell == Shell.SH ? null : function(from);
      case "coproc" -> shell == Shell.SH ? null : coprocess(from);
      case "then", "else", "elif", "fi", "do", "done", "esac", "}" ->
          throw parser.unexpected(token);
      case "!" -> misplaced(token);
      case "in" -> shell == Shell.ZSH ? null : misplaced(token);
      case "]]" -> shell == Shell.BASH ? misplaced(token) : null;
      default -> null;
    };
  }

  private Command misplaced(Token token) {
    throw parser.unexpected(token);
  }

  private Command parenthesis(int from) {
    if (shell != Shell.SH && cursor.peek() == '(') {
      lexer.rewind();
      if (words.arithmeticAhead()) {
        cursor.skip(2);
        List<WordPart> parts = words.arithmeticUntilClose();
        return new Command.Arithmetic(parts, parser.redirects(), origin(from), parser.end());
      }
    }
    parser.peek();
    lexer.next();
    if (shell == Shell.ZSH && parser.peek().isOperator(")")) {
      lexer.next();
      return anonymousFunction(parser.peek().from());
    }
    Command body = parser.body();
    expectOperator(")");
    return new Command.Block(true, body, parser.redirects(), origin(from), parser.end());
  }

  private Command group(int from) {
    lexer.next();
    Command body = parser.body();
    expectWord("}");
    if (shell == Shell.ZSH && parser.peek().word().bareText().equals("always")) {
      lexer.next();
      expectWord("{");
      Command always = parser.body();
      expectWord("}");
      body = new Command.Sequence(List.of(body, always), body.start(), always.end());
    }
    return new Command.Block(false, body, parser.redirects(), origin(from), parser.end());
  }

  private Command conditional(int from) {
    lexer.next();
    List<Command> parts = new ArrayList<>();
    parts.add(parser.body());
    expectWord("then");
    parts.add(parser.body());
    while (true) {
      String word = parser.peek().word().bareText();
      if (word.equals("elif")) {
        lexer.next();
        parts.add(parser.body());
        expectWord("then");
        parts.add(parser.body());
      } else if (word.equals("else")) {
        lexer.next();
        parts.add(parser.body());
        expectWord("fi");
        break;
      } else {
        expectWord("fi");
        break;
      }
    }
    return new Command.If(List.copyOf(parts), parser.redirects(), origin(from), parser.end());
  }

  private Command loop(int from) {
    lexer.next();
    Command condition = parser.body();
    Command body = doGroup(false);
    return new Command.While(condition, body, parser.redirects(), origin(from), parser.end());
  }

  /** {@code do ... done}; a loop over words may have braces instead. */
  private Command doGroup(boolean bracesToo) {
    Token token = parser.peek();
    if (bracesToo && token.word().bareText().equals("{")) {
      lexer.next();
      Command body = parser.body();
      expectWord("}");
      return body;
    }
    expectWord("do");
    Command body = parser.body();
    expectWord("done");
    return body;
  }

  private Command forLoop(int from) {
    lexer.next();
    if (parser.peek().isOperator("(") && shell != Shell.SH && cursor.peek() == '(') {
      return arithmeticFor(from);
    }
    Token name = lexer.next();
    if (name.kind() != Token.Kind.WORD) {
      throw parser.unexpected(name);
    }
    List<Word> items = new ArrayList<>();
    if (shell == Shell.ZSH && parser.peek().isOperator("(")) {
      lexer.next();
      while (lexer.peek().kind() == Token.Kind.WORD || lexer.peek().kind() == Token.Kind.NEWLINE) {
        Token item = lexer.next();
        if (item.kind() == Token.Kind.WORD) {
          items.add(item.word());
        }
      }
      expectOperator(")");
      skipSeparators();
      Token next = parser.peek();
      boolean grouped = next.word().bareText().equals("do") || next.word().bareText().equals("{");
      Command body = grouped ? doGroup(true) : parser.command();
      return forOf(name, items, body, from);
    }
    boolean separated = false;
    if (parser.peek().isOperator(";")) {
      lexer.next();
      separated = true;
    }
    parser.skipNewlines();
    if (!separated && parser.peek().word().bareText().equals("in")) {
      lexer.next();
      words.argumentPosition(true);
      while (lexer.peek().kind() == Token.Kind.WORD) {
        items.add(lexer.next().word());
      }
      Token end = lexer.next();
      if (!end.isOperator(";") && end.kind() != Token.Kind.NEWLINE) {
        throw parser.unexpected(end);
      }
      parser.skipNewlines();
    }
    return forOf(name, items, doGroup(shell != Shell.SH), from);
  }

  private Command forOf(Token name, List<Word> items, Command body, int from) {
    return new Command.For(
        name.text(), List.copyOf(items), body, parser.redirects(), origin(from), parser.end());
  }

  private Command arithmeticFor(int from) {
    int at = parser.peek().from();
    lexer.rewind();
    if (!words.arithmeticAhead()) {
      throw cursor.errorAt(at, "syntax error in a loop header (expected: `))')");
    }
    cursor.moveTo(at + 2);
    List<WordPart> header = words.arithmeticUntilClose();
    int separators = 0;
    for (WordPart part : header) {
      separators += part instanceof WordPart.Literal literal ? literal.semicolons() : 0;
    }
    if (separators != 2) {
      throw cursor.errorAt(
          at, "syntax error in a loop header: " + separators + " semicolons (expected: 2)");
    }
    skipSeparators();
    Command body = doGroup(true);
    return new Command.ArithmeticFor(header, body, parser.redirects(), origin(from), parser.end());
  }

  private void skipSeparators() {
    if (parser.peek().isOperator(";")) {
      lexer.next();
    }
    parser.skipNewlines();
  }

  private Command caseOf(int from) {
    lexer.next();
    Token subject = lexer.next();
    if (subject.kind() != Token.Kind.WORD) {
      throw parser.unexpected(subject);
    }
    parser.skipNewlines();
    expectWord("in");
    List<Word> patterns = new ArrayList<>();
    List<Command> bodies = new ArrayList<>();
    while (true) {
      words.argumentPosition(false);
      while (lexer.peek().kind() == Token.Kind.NEWLINE) {
        lexer.next();
      }
      if (lexer.peek().word().bareText().equals("esac")) {
        lexer.next();
        break;
      }
      if (lexer.peek().isOperator("(")) {
        lexer.next();
      }
      pattern(patterns);
      while (lexer.peek().isOperator("|")) {
        lexer.next();
        pattern(patterns);
      }
      expectOperator(")");
      bodies.add(parser.list());
      Token end = parser.peek();
      if (end.isOperator(";;") || end.isOperator(";&") || end.isOperator(";;&")) {
        lexer.next();
      } else if (!end.word().bareText().equals("esac")) {
        throw parser.unexpected(end);
      }
    }
    return new Command.Case(
        subject.word(),
        List.copyOf(patterns),
        List.copyOf(bodies),
        parser.redirects(),
        origin(from),
        parser.end());
  }

  private void pattern(List<Word> patterns) {
    Token token = lexer.next();
    if (token.kind() != Token.Kind.WORD) {
      throw parser.unexpected(token);
    }
    patterns.add(token.word());
  }

  /** A function of zsh without a name runs at once. */
  private Command anonymousFunction(int from) {
    if (!parser.peek().word().bareText().equals("{")) {
      throw parser.unexpected(parser.peek());
    }
    return group(from);
  }

  private Command function(int from) {
    lexer.next();
    if (shell == Shell.ZSH && parser.peek().word().bareText().equals("{")) {
      return anonymousFunction(parser.peek().from());
    }
    Token name = lexer.next();
    if (name.kind() != Token.Kind.WORD) {
      throw parser.unexpected(name);
    }
    if (parser.peek().isOperator("(")) {
      int open = lexer.next().from();
      if (parser.peek().isOperator(")")) {
        lexer.next();
      } else {
        return functionSubshell(name, from, open);
      }
    }
    return functionBody(name.text(), from);
  }

  /** {@code function f (commands)}: the parenthesis was consumed and belongs to the body. */
  private Command functionSubshell(Token name, int from, int open) {
    Command body = parser.body();
    expectOperator(")");
    Command subshell =
        new Command.Block(true, body, parser.redirects(), origin(open), parser.end());
    return new Command.Function(name.text(), subshell, origin(from), parser.end());
  }

  /** {@code name()} and its body, the name being consumed. */
  Command functionAfterName(Word name, int from) {
    lexer.next();
    expectOperator(")");
    StringBuilder text = new StringBuilder();
    name.parts().forEach(part -> text.append(WordReader.plain(part)));
    return functionBody(text.toString(), from);
  }

  private Command functionBody(String name, int from) {
    parser.skipNewlines();
    Token token = parser.peek();
    parser.enter(token);
    Command body = compound();
    parser.leave();
    if (body == null) {
      if (shell == Shell.BASH) {
        throw parser.unexpected(token);
      }
      body = parser.command();
    }
    return new Command.Function(name, body, origin(from), parser.end());
  }

  private Command coprocess(int from) {
    lexer.next();
    return new Command.Coprocess(coprocessBody(), origin(from), parser.end());
  }

  /** In bash a name may stand before a compound command. */
  private Command coprocessBody() {
    Token first = parser.peek();
    if (shell != Shell.BASH || first.kind() != Token.Kind.WORD || first.isAssignment()) {
      return parser.command();
    }
    if (RESERVED.contains(first.word().bareText())) {
      return compoundBody(first);
    }
    lexer.next();
    Token second = lexer.peek();
    return second.isOperator("(") || RESERVED.contains(second.word().bareText())
        ? compoundBody(second)
        : parser.simple(List.of(first.word()), first.from());
  }

  private Command compoundBody(Token first) {
    if (NOT_IN_COPROCESS.contains(first.word().bareText())) {
      throw parser.unexpected(first);
    }
    return parser.command();
  }

  private Command test(int from) {
    lexer.next();
    List<Word> collected = new ArrayList<>();
    new TestParser(lexer, words, parser, collected).expression();
    Token close = lexer.next();
    if (!close.word().bareText().equals("]]")) {
      throw parser.unexpected(close);
    }
    return new Command.Test(List.copyOf(collected), parser.redirects(), origin(from), parser.end());
  }

  private void expectWord(String word) {
    Token token = parser.peek();
    if (!token.word().bareText().equals(word)) {
      throw parser.unexpected(token);
    }
    lexer.next();
  }

  private void expectOperator(String operator) {
    Token token = lexer.next();
    if (!token.isOperator(operator)) {
      throw parser.unexpected(token);
    }
  }

  private int origin(int index) {
    return cursor.origin(index);
  }
}
