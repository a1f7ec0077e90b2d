package dev.sigma.commands.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sigma.commands.Shell;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long, deep and hostile texts get an answer, and soon. */
class ShellParserLimitsTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int SMALL_STACK = 512 * 1024;

  @Test
  void parse_longestText_isAProgram() {
    String text = "a ".repeat(ShellParser.MAX_LENGTH / 2);
    assertThat(ShellParser.parse(text, Shell.BASH)).isInstanceOf(ParseResult.Program.class);
  }

  @Test
  void parse_longerText_fails() {
    assertThat(ShellParser.parse("a".repeat(8_001), Shell.BASH))
        .isEqualTo(new ParseResult.Failure(0, "length: 8001 (expected: <= 8000)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "( % )",
        "{ %; }",
        "$( % )",
        "\"$( % )\"",
        "${x:-%}",
        "\"${x:-%}\"",
        "a <( % )",
        "x@(%)",
        "$((1 + %))",
        "if %; then b; fi",
        "while a; do %; done",
        "case a in a) %;; esac",
        "f() { %; }",
        "function f { %; }",
        "for i in a; do %; done",
        "a=$(%)"
      })
  void parse_nested_failsBeyondTheLimit(String template) {
    assertThat(ShellParser.parse(nested(template, 8), Shell.BASH))
        .isInstanceOf(ParseResult.Program.class);
    assertThat(ShellParser.parse(nested(template, 60), Shell.BASH))
        .isInstanceOf(ParseResult.Failure.class);
  }

  private static String nested(String template, int depth) {
    String text = "a";
    for (int i = 0; i < depth; i++) {
      text = template.replace("%", text);
    }
    return text;
  }

  @Test
  void parse_deepText_saysSo() {
    assertThat(ShellParser.parse("(".repeat(60) + "a" + ")".repeat(60), Shell.SH))
        .isEqualTo(new ParseResult.Failure(50, "nesting: deeper than expected (expected: <= 50)"));
  }

  /** {@code _} stands for a blank and {@code ~} for a line break. */
  static Stream<String> hostileUnits() {
    return """
        ( (( {_ $( "$( ` \\` "` ${ ${x:- "${x:- $(( $[ <( @( !( a=( a[ x[$( a=$( a[1]= @(a@( <(a_
        [[_ [[_(_ [[_!_ if_ while_ do_ case_ case_x_in_a)_ f()_ f()_{_ ()_{ function_f_ for_((
        for_i_in_ for_i_in_a;_do_ coproc_ coproc_a_ !_ time_ " ' $' $" '"' \\ \\~ \\\\\\` a\\`b\\`
        <<E~ <<E_ <<'E'~ $(cat_<<E~ E~ <<< 0 0> {a}> ; & && a; a| a&& a= a~ a# (a) ((a)_ $((a)_
        $((a'_ $((1+ {a, { } ) ]] !(a| # $ ~ ${( ${[ =( "$(` ${x#${x% ${a[ "'${x:-' \uD83D
        """
        .lines()
        .flatMap(line -> Stream.of(line.split(" ")))
        .map(unit -> unit.replace('_', ' ').replace('~', '\n'));
  }

  @ParameterizedTest
  @MethodSource("hostileUnits")
  void parse_hostileText_isAnsweredSoon(String unit) {
    String text = unit.repeat(ShellParser.MAX_LENGTH / unit.length());
    for (Shell shell : Shell.values()) {
      assertTimeoutPreemptively(
          SOON,
          () -> {
            assertThat(onSmallStack(text, shell)).isNotNull();
            assertThat(onSmallStack("<<E\n" + text.substring(4) + "\nE", shell)).isNotNull();
            assertThat(onSmallStack("`" + text.substring(2) + "`", shell)).isNotNull();
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "$(", "\"$(", "{ ", "${x:-", "$((", "<(", "if ", "[[ ( "})
  void parse_onlyOpenings_fails(String unit) {
    String text = unit.repeat(ShellParser.MAX_LENGTH / unit.length());
    assertThat(ShellParser.parse(text, Shell.BASH)).isInstanceOf(ParseResult.Failure.class);
    assertThat(ShellParser.parse(text, Shell.ZSH)).isInstanceOf(ParseResult.Failure.class);
  }

  @Test
  void parse_backticksInBackticks_isAnsweredSoon() {
    String text = "a";
    String wrapped = text;
    while (wrapped.length() <= ShellParser.MAX_LENGTH) {
      text = wrapped;
      wrapped = "`" + text.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }
    String longest = text;
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThat(ShellParser.parse(longest, Shell.BASH))
                .isInstanceOf(ParseResult.Program.class));
  }

  @Test
  void node_beyondTheLimit_throws() {
    Budget budget = new Budget();
    for (int i = 0; i < ShellParser.MAX_NODES; i++) {
      budget.node(0);
    }
    assertThatThrownBy(() -> budget.node(7))
        .isInstanceOf(SyntaxException.class)
        .hasMessage("size: more parts than expected (expected: <= 20000)");
  }

  /** A server's thread may have used most of its stack already. */
  private static ParseResult onSmallStack(String text, Shell shell) throws Exception {
    FutureTask<ParseResult> task = new FutureTask<>(() -> ShellParser.parse(text, shell));
    new Thread(null, task, "small", SMALL_STACK).start();
    return task.get();
  }
}
