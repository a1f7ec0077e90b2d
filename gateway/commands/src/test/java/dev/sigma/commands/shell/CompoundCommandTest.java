package dev.sigma.commands.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sigma.commands.Shell;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists, pipelines, loops and such, as {@link Rendering} writes them. */
class CompoundCommandTest {

  static Stream<Arguments> lists() {
    return Stream.of(
        arguments("a | b |& c", "(pipe: [a], [b], [c])"),
        arguments("a |\n\n b", "(pipe: [a], [b])"),
        arguments("! a | b", "(pipe: [a], [b])"),
        arguments("time -p a | b", "(pipe: [a], [b])"),
        arguments("! time a", "[a]"),
        arguments("time", "(seq: )"),
        arguments("a && b || c", "(and-or: [a], [b], [c])"),
        arguments("a &&\n# x\nb", "(and-or: [a], [b])"),
        arguments("a | b && ! c", "(and-or: (pipe: [a], [b]), [c])"),
        arguments("a; b\nc;", "(seq: [a], [b], [c])"),
        arguments("a & b&", "(seq: (background: [a]), (background: [b]))"),
        arguments("a && b & c", "(seq: (background: (and-or: [a], [b])), [c])"),
        arguments("(a; b) | c", "(pipe: (subshell: (seq: [a], [b])), [c])"),
        arguments("((a); b)", "(subshell: (seq: (subshell: [a]), [b]))"),
        arguments("{ a; } 2>&1 | b", "(pipe: (group: [a]) 2>&1, [b])"),
        arguments("{ { a; }; }", "(group: (group: [a]))"),
        arguments("(a) >b 2>c", "(subshell: [a]) >b 2>c"),
        arguments("{a} {}", "[{a} {}]"));
  }

  static Stream<Arguments> compounds() {
    return Stream.of(
        arguments("if a; then b; fi", "(if: [a], [b])"),
        arguments("if a\nthen b; else c; fi >d", "(if: [a], [b], [c]) >d"),
        arguments("if a; then b; elif c; then d; else e; fi", "(if: [a], [b], [c], [d], [e])"),
        arguments("if ! a | b; then c & fi", "(if: (pipe: [a], [b]), (background: [c]))"),
        arguments("while a; do b; done <c", "(while: [a], [b]) <c"),
        arguments("until a; do b; c; done", "(while: [a], (seq: [b], [c]))"),
        arguments("for i in a $b 'c'; do d; done", "(for i in a $b 'c': [d])"),
        arguments("for i\nin a\ndo b\ndone", "(for i in a: [b])"),
        arguments("for i; do a; done", "(for i in : [a])"),
        arguments("for i do a; done", "(for i in : [a])"),
        arguments("for i in a; { b; }", "(for i in a: [b])"),
        arguments("for do in in; do done; done", "failure"),
        arguments("for ((i = 0; i < 3; i++)); do a; done", "(for ((i = 0; i < 3; i++)): [a])"),
        arguments("for ((;;)) do a; done", "(for ((;;)): [a])"),
        arguments("select x in a b; do c; done", "(for x in a b: [c])"),
        arguments(
            "case $a in b|'c') d;; (e) f;& g*) ;;& *) h; esac",
            "(case $a of b 'c' e g* *: [d], [f], (seq: ), [h])"),
        arguments("case a in esac", "(case a of : )"),
        arguments("case a\nin\nb)\nc\n;;\nesac | d", "(pipe: (case a of b: [c]), [d])"),
        arguments("case if in if) if a; then b; fi;; esac", "(case if of if: (if: [a], [b]))"),
        arguments("f() { a; }", "(function f: (group: [a]))"),
        arguments("f ()\n(a) >b", "(function f: (subshell: [a]) >b)"),
        arguments("function f { a; }; f", "(seq: (function f: (group: [a])), [f])"),
        arguments("function f() if a; then b; fi", "(function f: (if: [a], [b]))"),
        arguments("function f (a; b) >c", "(function f: (subshell: (seq: [a], [b])) >c)"),
        arguments(
            ":(){ :|:& };:", "(seq: (function :: (group: (background: (pipe: [:], [:])))), [:])"),
        arguments("coproc a b", "(coproc: [a b])"),
        arguments("coproc { a; }", "(coproc: (group: [a]))"),
        arguments("coproc N { a; } >b", "(coproc: (group: [a]) >b)"),
        arguments("coproc a=1 b >c", "(coproc: [{a=1} b] >c)"));
  }

  static Stream<Arguments> tests() {
    return Stream.of(
        arguments("[[ a ]]", "(test a)"),
        arguments("[[ -f $a && ! -d b ]] >c", "(test -f $a -d b) >c"),
        arguments("[[ a == b* || ( c != d ) ]]", "(test a == b* c != d)"),
        arguments("[[ $a =~ ^(b|c)+$ ]]", "(test $a =~ ^(glob b|c)+'$')"),
        arguments("[[ a =~ b|c && d ]]", "(test a =~ b|c d)"),
        arguments("[[ a < b ]]", "(test a b)"),
        arguments("[[ a -lt b\n&&\nc ]]", "(test a -lt b c)"),
        arguments("[[ $(a) -ef <(b) ]]", "(test $<[a]> -ef <<[b]>)"),
        arguments("[ a ]", "[[ a ]]"),
        arguments("((a + $b, c * (d))) >e", "(arith a + $b, c * (d)) >e"),
        arguments("(( $(a) )) && b", "(and-or: (arith  $<[a]> ), [b])"),
        arguments("((a) || (b))", "(subshell: (and-or: (subshell: [a]), (subshell: [b])))"));
  }

  static Stream<Arguments> zsh() {
    return Stream.of(
        arguments("{ a }", "(group: [a])"),
        arguments("f() { a b; c }", "(function f: (group: (seq: [a b], [c])))"),
        arguments("{ echo {} a}b ${c}}", "(group: [echo {} a}b $c])"),
        arguments("{ a } always { b }", "(group: (seq: [a], [b]))"),
        arguments("() { a; }", "(group: [a])"),
        arguments("function { a }", "(group: [a])"),
        arguments("for i (a b) c", "(for i in a b: [c])"),
        arguments("for i (a b) { c }", "(for i in a b: [c])"),
        arguments(
            "a &; b; ;c &| d &!",
            "(seq: (background: [a]), [b], (background: [c]), (background: [d]))"),
        arguments("a >! b >>| c >&| d &>>! e", "[a] >|b >>c &>d &>>e"),
        arguments("ls **/*(.om[1,3]) (a|b)*", "[ls **/*(glob .om[1,3]) (glob a|b)*]"),
        arguments("cat =(a) =b", "[cat <<[a]> =b]"),
        arguments("echo ${(f)a} ${+b} ${=c}", "[echo $a((f) ) $b(+ ) $c(= )]"),
        arguments("ls a[b c]", "[ls a[b c]]"),
        arguments("a[b c", "[a[b c]"),
        arguments("case a in b) c;| d) e;; esac", "(case a of b d: [c], [e])"));
  }

  static Stream<Arguments> sh() {
    return Stream.of(
        arguments("a &>b", "(seq: (background: [a]), [] >b)"),
        arguments("a=(b)", "failure"),
        arguments("a[1]=b", "[a[1]=b]"),
        arguments("[[ a == b ]]", "[[[ a == b ]]]"),
        arguments("select a", "[select a]"),
        arguments("time a", "[time a]"),
        arguments("a <(b)", "failure"),
        arguments("a |& b", "failure"),
        arguments("a {b}>c", "[a {b}] >c"),
        arguments("((a))", "(subshell: (subshell: [a]))"),
        arguments("f() a", "(function f: [a])"));
  }

  @ParameterizedTest
  @MethodSource({"lists", "compounds", "tests"})
  void parse_bash_isTheTree(String text, String tree) {
    assertThat(rendered(text, Shell.BASH)).isEqualTo(tree);
  }

  @ParameterizedTest
  @MethodSource("zsh")
  void parse_zsh_isTheTree(String text, String tree) {
    assertThat(rendered(text, Shell.ZSH)).isEqualTo(tree);
  }

  @ParameterizedTest
  @MethodSource("sh")
  void parse_sh_isTheTree(String text, String tree) {
    assertThat(rendered(text, Shell.SH)).isEqualTo(tree);
  }

  private static String rendered(String text, Shell shell) {
    return switch (ShellParser.parse(text, shell)) {
      case ParseResult.Program program -> Rendering.of(program.command());
      case ParseResult.Failure failure -> "failure";
    };
  }
}
