package dev.sigma.commands.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sigma.commands.Shell;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the text is, there is an answer, and a tree's ranges are those of the text. */
class ShellParserFuzzTest {
  private static final int CASES = 10_000;

  private static final List<String> TOKENS =
      List.of(
          " ",
          " ",
          " ",
          "\n",
          "\t",
          "\\",
          "\\\n",
          ";",
          ";;",
          ";&",
          "&",
          "&&",
          "|",
          "||",
          "|&",
          "(",
          ")",
          "((",
          "))",
          "{",
          "}",
          " { ",
          " }",
          "[",
          "]",
          "[[ ",
          " ]]",
          "<",
          ">",
          ">>",
          "<<",
          "<<-",
          "<<<",
          "<&",
          ">&",
          "&>",
          ">|",
          "2>",
          "{fd}>",
          "<(",
          ">(",
          "=(",
          "@(",
          "!(",
          "'",
          "\"",
          "$'",
          "$\"",
          "`",
          "$",
          "$(",
          "$((",
          "${",
          "${x",
          ":-",
          "#",
          "%",
          "/",
          "@",
          "*",
          "?",
          "!",
          "! ",
          "=",
          "+=",
          "a=",
          "a[",
          "a=(",
          "~",
          "a",
          "b",
          "1",
          "-x",
          "E",
          "E\n",
          "<<E\n",
          "$x",
          "$1",
          "if ",
          "then ",
          "elif ",
          "else ",
          "fi",
          "for ",
          "in ",
          "do ",
          "done",
          "while ",
          "until ",
          "case ",
          "esac",
          "select ",
          "function ",
          "f() ",
          "time ",
          "coproc ",
          "export ",
          "é",
          "\uD83D\uDE00",
          "\uD83D",
          "\r",
          "\u007f",
          "\u2028",
          "\0");

  private static final List<String> VALID =
      List.of(
          "ls -l | grep -v 'a b' > out 2>&1",
          "find . -name \"*.txt\" -exec rm {} \\; && echo done",
          "for i in 1 2 3; do echo \"$i\"; done",
          "for ((i = 0; i < 3; i++)); do echo $i; done",
          "while read -r line; do echo \"${line%%#*}\"; done < <(cat x)",
          "until false; do sleep 1; done &",
          "if [ -f x ]; then cat x; elif test -d y; then ls; else exit 1; fi",
          "case $x in a|b) echo 1;; (c*) echo 2;& *) ;; esac",
          "select x in a b; do break; done",
          "f() { local a=1; echo \"$@\"; }; f x",
          "function g { return 0; } 2>/dev/null",
          "[[ -n $a && ( $b == c* || ! $d =~ ^(x|y)+$ ) ]]",
          "(( a = b + ${c:-1}, d++ ))",
          "echo $((1 + $(wc -l < x))) $[2 * 3]",
          "cat <<EOF | sort\na $b $(c)\nEOF\necho x",
          "cat <<-'A' <<\"B\"\n\ta $b\n\tA\nc\nB\n",
          "cat <<< \"$x\" >| y",
          "a=(1 [2]=3 \"$@\") b+=x c[1]=2 cmd",
          "declare -A m=([a b]=c [d]=e)",
          "echo `date +%s` `echo \\`pwd\\``",
          "echo $'a\\n\\'b' $\"c\" 'd'\"e\"f\\ g",
          "echo ${a:-${b:=c}} ${#d[@]} ${!e} ${f/x/y} ${g^^} ${h@Q}",
          "diff <(sort a) <(sort b) > >(tee c)",
          "{ a; b; } 2>&1 |& tee log",
          "(cd x && make) || exit",
          "! grep -q a b",
          "time -p make -j4",
          "coproc NAME { cat; }",
          "exec {fd}>x 3<&- 2>&1",
          "ls !(a|b) @(c|d)*.txt +([0-9])",
          "echo a # comment\necho b",
          "sudo sh -c 'echo 1 > /proc/x'",
          "tar c . | ssh host \"cd '$d' && tar x\"",
          "awk '{ print $1 }' x | sort | uniq -c | sort -rn | head",
          "x=$(a \"$(b \"$(c)\")\")",
          "echo {a,b}{1..3} ~/x $? $! $# $$ $- $*",
          "ls &> x &",
          "echo a \\\n  b",
          "print -l **/*(.om[1,3])",
          ":(){ :|:& };:");

  @ParameterizedTest
  @EnumSource
  void parse_randomTokens_rangesAreSound(Shell shell) {
    Random random = new Random(20_260_101 + shell.name().hashCode());
    for (int i = 0; i < CASES; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(1, 25); n > 0; n--) {
        text.append(TOKENS.get(random.nextInt(TOKENS.size())));
      }
      check(text.toString(), shell);
    }
  }

  @ParameterizedTest
  @EnumSource
  void parse_mutatedCommands_rangesAreSound(Shell shell) {
    Random random = new Random(77 + shell.name().hashCode());
    for (int i = 0; i < CASES; i++) {
      StringBuilder text = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        mutate(text, random);
      }
      check(text.toString(), shell);
    }
  }

  @ParameterizedTest
  @EnumSource
  void parse_validCommandsCutAnywhere_rangesAreSound(Shell shell) {
    for (String command : VALID) {
      for (int cut = 0; cut <= command.length(); cut++) {
        check(command.substring(0, cut), shell);
        check(command.substring(cut), shell);
      }
    }
  }

  /** Puts in a token, takes out a few characters, or repeats a piece. */
  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(1, 6));
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
      case 1 -> text.delete(at, to);
      default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, to));
    }
  }

  private static void check(String text, Shell shell) {
    ParseResult result;
    try {
      result = ShellParser.parse(text, shell);
    } catch (RuntimeException | StackOverflowError e) {
      fail("%s threw on <%s>".formatted(shell, text), e);
      return;
    }
    switch (result) {
      case ParseResult.Failure failure -> {
        assertThat(failure.position()).as("<%s>", text).isBetween(0, text.length());
        assertThat(failure.message()).as("<%s>", text).isNotBlank();
      }
      case ParseResult.Program program -> {
        for (Walk.Node node : Walk.nodes(program.command(), text.length())) {
          boolean sound =
              node.outerStart() <= node.start()
                  && node.start() <= node.end()
                  && node.end() <= node.outerEnd();
          if (!sound) {
            fail("%s of <%s>: %s".formatted(shell, text, node));
          }
        }
      }
    }
  }
}
