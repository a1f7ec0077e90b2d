package dev.sigma.commands.shell;

import java.util.List;
import java.util.Set;

/** Parses the inside of {@code [[ ... ]]}. */
final class TestParser {
  private static final Set<String> BINARY =
      Set.of("=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-ef", "-nt", "-ot");

  private final Lexer lexer;
  private final WordReader words;
  private final CommandParser parser;
  private final List<Word> collected;

  TestParser(Lexer lexer, WordReader words, CommandParser parser, List<Word> collected) {
    this.lexer = lexer;
    this.words = words;
    this.parser = parser;
    this.collected = collected;
  }

  void expression() {
    primary();
    while (true) {
      skipNewlines();
      if (!lexer.peek().isOperator("&&") && !lexer.peek().isOperator("||")) {
        return;
      }
      lexer.next();
      primary();
    }
  }

  private void primary() {
    words.argumentPosition(false);
    skipNewlines();
    while (lexer.peek().word().bareText().equals("!")) {
      lexer.next();
      skipNewlines();
    }
    if (lexer.peek().isOperator("(")) {
      parser.enter(lexer.peek());
      lexer.next();
      expression();
      Token close = lexer.next();
      if (!close.isOperator(")")) {
        throw parser.unexpected(close);
      }
      parser.leave();
      return;
    }
    Token first = word();
    String text = first.word().bareText();
    if (text.length() == 2 && text.charAt(0) == '-' && Character.isLetter(text.charAt(1))) {
      if (lexer.peek().kind() == Token.Kind.WORD && !isClose(lexer.peek())) {
        Token operand = word();
        if (BINARY.contains(operand.word().bareText())) {
          right(operand);
        }
      }
      return;
    }
    Token operator = lexer.peek();
    if (operator.isOperator("<") || operator.isOperator(">")) {
      lexer.next();
      word();
    } else if (operator.kind() == Token.Kind.WORD && BINARY.contains(operator.word().bareText())) {
      right(word());
    }
  }

  private void right(Token operator) {
    if (operator.word().bareText().equals("=~")) {
      Word expression = words.regularExpression();
      if (expression.parts().isEmpty()) {
        throw parser.unexpected(lexer.peek());
      }
      collected.add(expression);
    } else {
      words.argumentPosition(true);
      word();
      words.argumentPosition(false);
    }
  }

  private Token word() {
    Token token = lexer.next();
    if (token.kind() != Token.Kind.WORD || isClose(token)) {
      throw parser.unexpected(token);
    }
    collected.add(token.word());
    return token;
  }

  private static boolean isClose(Token token) {
    return token.word().bareText().equals("]]");
  }

  private void skipNewlines() {
    while (lexer.peek().kind() == Token.Kind.NEWLINE) {
      lexer.next();
    }
  }
}
