package dev.sigma.commands.shell;

import dev.sigma.commands.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recursive descent over the grammar of POSIX sh with the compound commands of bash and zsh. The
 * grammar follows POSIX.1-2024, XCU 2.10, and the bash manual, chapter 3.2.
 */
final class CommandParser {
  private static final Set<String> REDIRECTS =
      Set.of("<", ">", ">>", "<<", "<<-", "<<<", "<&", ">&", "<>", ">|", "&>", "&>>");
  private static final Set<String> CLOSING =
      Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");
  private static final Set<String> DECLARATIONS =
      Set.of("declare", "typeset", "local", "export", "readonly", "alias", "eval", "let");

  private final Cursor cursor;
  private final Shell shell;
  private final Budget budget;
  private final WordReader words;
  private final Lexer lexer;
  private final CompoundParser compounds;

  CommandParser(SourceText text, Shell shell, Budget budget) {
    this.cursor = new Cursor(text);
    this.shell = shell;
    this.budget = budget;
    this.words = new WordReader(cursor, shell, budget, this);
    this.lexer = new Lexer(cursor, words, shell);
    this.compounds = new CompoundParser(this, lexer, words, cursor, shell);
  }

  Command program() {
    Command program = list();
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      throw unexpected(token);
    }
    return program;
  }

  /** Parses the inside of {@code $(...)}, up to its closing parenthesis. */
  Command substitution() {
    Command body = list();
    Token token = peek();
    if (!token.isOperator(")")) {
      throw unexpected(token);
    }
    lexer.next();
    return body;
  }

  List<WordPart> hereDocumentBody() {
    return words.untilEnd();
  }

  SyntaxException unexpected(Token token) {
    return cursor.errorAt(token.from(), "syntax error near unexpected " + token.shown());
  }

  /** Looks at the next token where a command may start. */
  Token peek() {
    words.argumentPosition(false);
    return lexer.peek(true);
  }

  void skipNewlines() {
    while (peek().kind() == Token.Kind.NEWLINE) {
      lexer.next();
    }
  }

  /** Skips what may stand between commands. */
  private void skipEmpty() {
    skipNewlines();
    while (shell == Shell.ZSH && peek().isOperator(";")) {
      lexer.next();
      skipNewlines();
    }
  }

  /** Told of nesting that {@link #command} does not see. */
  void enter(Token token) {
    budget.enter(cursor.origin(token.from()));
  }

  void leave() {
    budget.leave();
  }

  /** A list that must not be empty, as in the body of a loop. */
  Command body() {
    Command list = list();
    if (list instanceof Command.Sequence sequence
        && sequence.parts().isEmpty()
        && shell != Shell.ZSH) {
      throw unexpected(peek());
    }
    return list;
  }

  /** Commands up to the end, or to a token that closes something. */
  Command list() {
    List<Command> parts = new ArrayList<>();
    skipEmpty();
    int from = peek().from();
    while (!closes(peek())) {
      int start = peek().from();
      Command command = andOr();
      Token separator = peek();
      if (separator.isOperator("&")) {
        command = new Command.Background(command, cursor.origin(start), end());
      }
      parts.add(command);
      if (separator.isOperator("&") || separator.isOperator(";")) {
        lexer.next();
      } else if (separator.kind() != Token.Kind.NEWLINE) {
        break;
      }
      skipEmpty();
    }
    // An empty list is where the last token before it ended.
    return parts.size() == 1
        ? parts.get(0)
        : new Command.Sequence(List.copyOf(parts), Math.min(cursor.origin(from), end()), end());
  }

  private boolean closes(Token token) {
    return switch (token.kind()) {
      case END -> true;
      case OPERATOR ->
          token.isOperator(")")
              || token.isOperator(";;")
              || token.isOperator(";&")
              || token.isOperator(";;&");
      case WORD -> CLOSING.contains(token.word().bareText());
      default -> false;
    };
  }

  private Command andOr() {
    int start = peek().from();
    List<Command> parts = new ArrayList<>();
    parts.add(pipeline());
    while (peek().isOperator("&&") || peek().isOperator("||")) {
      lexer.next();
      skipNewlines();
      parts.add(pipeline());
    }
    return parts.size() == 1
        ? parts.get(0)
        : new Command.AndOr(List.copyOf(parts), cursor.origin(start), end());
  }

  private Command pipeline() {
    int start = peek().from();
    boolean prefixed = false;
    while (true) {
      String word = peek().word().bareText();
      if (word.equals("!")) {
        lexer.next();
        prefixed = true;
      } else if (word.equals("time") && shell != Shell.SH) {
        lexer.next();
        prefixed = true;
        if (peek().word().bareText().equals("-p")) {
          lexer.next();
        }
        if (peek().word().bareText().equals("--")) {
          lexer.next();
        }
      } else {
        break;
      }
    }
    List<Command> stages = new ArrayList<>();
    Token first = peek();
    if (prefixed
        && (first.kind() == Token.Kind.NEWLINE
            || first.kind() == Token.Kind.END
            || first.isOperator(";"))) {
      return new Command.Sequence(List.of(), cursor.origin(start), end());
    }
    stages.add(command());
    while (peek().isOperator("|") || peek().isOperator("|&")) {
      lexer.next();
      skipNewlines();
      stages.add(command());
    }
    return stages.size() == 1
        ? stages.get(0)
        : new Command.Pipeline(List.copyOf(stages), cursor.origin(start), end());
  }

  Command command() {
    Token token = peek();
    budget.node(cursor.origin(token.from()));
    enter(token);
    Command command = compounds.compound();
    if (command == null) {
      command = simple(List.of(), token.from());
    }
    leave();
    return command;
  }

  boolean redirectAhead(Token token) {
    return token.kind() == Token.Kind.DESCRIPTOR
        || (token.kind() == Token.Kind.OPERATOR && REDIRECTS.contains(token.text()));
  }

  List<Redirect> redirects() {
    List<Redirect> redirects = new ArrayList<>();
    while (redirectAhead(peek())) {
      redirects.add(redirect());
    }
    return redirects;
  }

  private Redirect redirect() {
    Token token = lexer.next();
    int from = token.from();
    String descriptor = "";
    if (token.kind() == Token.Kind.DESCRIPTOR) {
      descriptor = token.text();
      token = lexer.next();
    }
    words.argumentPosition(false);
    boolean duplicates = token.isOperator(">&") || token.isOperator("<&");
    Token target = duplicates ? lexer.nextTarget() : lexer.next();
    if (target.kind() != Token.Kind.WORD) {
      throw unexpected(target);
    }
    HereDocument document = new HereDocument();
    Redirect redirect =
        new Redirect(
            descriptor,
            token.text(),
            target.word(),
            document,
            cursor.origin(from),
            cursor.end(target.to()));
    if (redirect.isHereDocument()) {
      lexer.expectHereDocument(document, target.word(), token.text().equals("<<-"));
    }
    return redirect;
  }

  /** A simple command of which some words may have been taken. */
  Command simple(List<Word> taken, int from) {
    int to = taken.isEmpty() ? from : lexer.consumed();
    List<Assignment> assignments = new ArrayList<>();
    List<Word> arguments = new ArrayList<>(taken);
    List<Redirect> redirects = new ArrayList<>();
    Token token = taken.isEmpty() ? peek() : argument(arguments);
    while (true) {
      if (redirectAhead(token)) {
        redirects.add(redirect());
      } else if (shell == Shell.ZSH && token.word().bareText().equals("}")) {
        break;
      } else if (token.kind() == Token.Kind.WORD && arguments.isEmpty() && token.isAssignment()) {
        lexer.next();
        assignments.add(assignment(token));
      } else if (token.kind() == Token.Kind.WORD) {
        lexer.next();
        arguments.add(token.word());
      } else {
        break;
      }
      to = cursor.position();
      token = argument(arguments);
      if (token.isOperator("(")
          && arguments.size() == 1
          && assignments.isEmpty()
          && redirects.isEmpty()) {
        return compounds.functionAfterName(arguments.get(0), from);
      }
    }
    if (to == from) {
      throw unexpected(token);
    }
    return new Command.Simple(
        List.copyOf(assignments),
        List.copyOf(arguments),
        List.copyOf(redirects),
        cursor.origin(from),
        cursor.end(to));
  }

  /** Looks at the token after some words of a simple command. */
  private Token argument(List<Word> before) {
    boolean declares = !before.isEmpty() && DECLARATIONS.contains(before.get(0).bareText());
    words.argumentPosition(!before.isEmpty() && cursor.peek() != '(');
    return lexer.peek(before.isEmpty() || declares);
  }

  private Assignment assignment(Token token) {
    Token.Head head = token.head();
    return new Assignment(
        head.name(),
        head.subscript(),
        head.append(),
        head.value(),
        cursor.origin(token.from()),
        cursor.end(token.to()));
  }

  /** End in the original command of what has been consumed. */
  int end() {
    return cursor.end(lexer.consumed());
  }
}
