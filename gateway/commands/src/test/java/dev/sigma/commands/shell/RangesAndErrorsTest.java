package dev.sigma.commands.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sigma.commands.Shell;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where things are: nodes of a tree, and what is wrong with a text that has none. */
class RangesAndErrorsTest {

  static Stream<Arguments> ranges() {
    return Stream.of(
        arguments("  ls -l  ", List.of("Simple <ls -l>", "Word <ls>", "Word <-l>")),
        arguments("é '\uD83D\uDE00' $a", List.of("Word <'\uD83D\uDE00'>", "Parameter <$a>")),
        arguments(
            "\uD83D\uDE00=1; b=$(c=2) d",
            List.of(
                "Word <\uD83D\uDE00=1>",
                "Assignment <b=$(c=2)>",
                "Word <$(c=2)>",
                "Assignment <c=2>",
                "Word <2>",
                "Word <d>")),
        arguments("a\\\nb \"$c\"d", List.of("Word <a\\\nb>", "Parameter <$c>", "Word <\"$c\"d>")),
        arguments("a | b && c & d", List.of("Pipeline <a | b>", "AndOr <a | b && c>")),
        arguments("a # b\nc", List.of("Simple <a>", "Simple <c>", "Sequence <a # b\nc>")),
        arguments(
            "x $(y `z \\`w\\`` ) v",
            List.of(
                "CommandSubstitution <$(y `z \\`w\\`` )>",
                "Simple <y `z \\`w\\``>",
                "CommandSubstitution <`z \\`w\\``>",
                "Word <z>",
                "Word <w>",
                "Word <v>")),
        arguments(
            "cat <<E >x\n $a\nE\nls",
            List.of("Simple <cat <<E >x>", "Redirect <<<E>", "Word < $a\n>", "Parameter <$a>")),
        arguments("cat <<-E\n\t$a\n\tE", List.of("Parameter <$a>", "Word <\t$a\n>")),
        arguments("a 2>& 1 >b", List.of("Redirect <2>& 1>", "Redirect <>b>")),
        arguments("(a; b) >c; d", List.of("Block <(a; b) >c>", "Sequence <a; b>")),
        arguments("if a; then b; fi; c", List.of("If <if a; then b; fi>")),
        arguments("f() { a; }; b", List.of("Function <f() { a; }>", "Block <{ a; }>")),
        arguments("[[ a =~ (b) ]] && c", List.of("Test <[[ a =~ (b) ]]>", "PatternGroup <(b)>")),
        arguments("((a + $b)); c", List.of("Arithmetic <((a + $b))>", "Parameter <$b>")),
        arguments("echo $((a+${b})) <(c)", List.of("Arithmetic <$((a+${b}))>", "Word <<(c)>")),
        arguments("echo ${a[$b]:-\"$c\"}", List.of("Parameter <${a[$b]:-\"$c\"}>")),
        arguments("a=([x]=y 'z') b", List.of("Word <[x]=y>", "Word <'z'>", "Word <b>")),
        arguments("echo $'\\x41b'", List.of("Word <$'\\x41b'>")),
        arguments("echo \\", List.of("Word <\\>", "Quoted <\\>")));
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments("echo 'a", 5, "closing `''"),
        arguments("echo \"a", 5, "closing `\"'"),
        arguments("echo \"a $(b \"c)\"", 16, "unexpected end of command"),
        arguments("echo $'a\\'", 6, "closing `''"),
        arguments("echo `a", 5, "closing ``'"),
        arguments("echo $(a", 8, "unexpected end of command"),
        arguments("echo $(a;; b)", 8, "unexpected `;;'"),
        arguments("echo ${a", 8, "looking for `}'"),
        arguments("echo ${a[1", 9, "looking for `]'"),
        arguments("echo $((1", 9, "unexpected end of command"),
        arguments("a=(b", 2, "looking for `)'"),
        arguments("a=(b;)", 4, "unexpected `;'"),
        arguments("ls @(a", 3, "looking for `)'"),
        arguments("if a; then b;", 13, "unexpected end of command"),
        arguments("if a; b; fi", 9, "unexpected `fi'"),
        arguments("if a; then fi", 11, "unexpected `fi'"),
        arguments("while a; done", 9, "unexpected `done'"),
        arguments("for 1 in; do ; done", 13, "unexpected `;'"),
        arguments("for ((a; b)); do c; done", 4, "1 semicolons (expected: 2)"),
        arguments("for ((a; b; c", 4, "expected: `))'"),
        arguments("case a in b c;; esac", 12, "unexpected `c'"),
        arguments("case a in b) c", 14, "unexpected end of command"),
        arguments("é \uD83D\uDE00 )", 5, "unexpected `)'"),
        arguments("(a", 2, "unexpected end of command"),
        arguments("()", 1, "unexpected `)'"),
        arguments("{ a", 3, "unexpected end of command"),
        arguments("a }; }", 5, "unexpected `}'"),
        arguments("&& ls", 0, "unexpected `&&'"),
        arguments("ls |", 4, "unexpected end of command"),
        arguments("ls | | a", 5, "unexpected `|'"),
        arguments("ls &&\n", 6, "unexpected end of command"),
        arguments("ls | ! a", 5, "unexpected `!'"),
        arguments("ls;;", 2, "unexpected `;;'"),
        arguments("ls &; a", 4, "unexpected `;'"),
        arguments("ls >", 4, "unexpected end of command"),
        arguments("ls > | a", 5, "unexpected `|'"),
        arguments("ls >\na", 4, "unexpected newline"),
        arguments("ls (a)", 4, "unexpected `a'"),
        arguments("f() a", 4, "unexpected `a'"),
        arguments("done", 0, "unexpected `done'"),
        arguments("[[ a", 4, "unexpected end of command"),
        arguments("[[ a b ]]", 5, "unexpected `b'"),
        arguments("[[ ( a ]]", 7, "unexpected `]]'"),
        arguments("a \0", 2, "a NUL character"));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void parse_program_rangesPointAtTheText(String text, List<String> nodes) {
    assertThat(ShellParser.parse(text, Shell.BASH))
        .isInstanceOfSatisfying(
            ParseResult.Program.class,
            program ->
                assertThat(Walk.nodes(program.command(), text.length()))
                    .extracting(n -> n.name() + " <" + text.substring(n.start(), n.end()) + ">")
                    .containsAll(nodes));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void parse_wrongText_failsThere(String text, int position, String message) {
    assertThat(ShellParser.parse(text, Shell.BASH))
        .isInstanceOfSatisfying(
            ParseResult.Failure.class,
            failure -> {
              assertThat(failure.message()).contains(message);
              assertThat(failure.position()).isEqualTo(position);
            });
  }

  @Test
  void parse_scriptInsideAnotherCommand_rangesAreThoseOfTheCommand() {
    String command = "sh -c 'ls; rm x'";
    SourceText script = SourceText.of(command).slice(7, 15);
    assertThat(ShellParser.parse(script, Shell.SH))
        .isInstanceOfSatisfying(
            ParseResult.Program.class,
            program ->
                assertThat(Walk.nodes(program.command(), command.length()))
                    .extracting(n -> command.substring(n.start(), n.end()))
                    .contains("rm x", "x"));
    assertThat(ShellParser.parse(SourceText.of(command).slice(7, 10), Shell.SH))
        .isInstanceOf(ParseResult.Program.class);
    assertThat(ShellParser.parse(SourceText.of("sh -c 'ls |'").slice(7, 11), Shell.SH))
        .isEqualTo(new ParseResult.Failure(11, "syntax error near unexpected end of command"));
  }
}
