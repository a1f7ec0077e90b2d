package dev.sigma.commands.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sigma.commands.Shell;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts and their trees, as {@link Rendering} writes them. */
class ShellParserTest {

  static Stream<Arguments> words() {
    return Stream.of(
        arguments("ls -l", "[ls -l]"),
        arguments("  ls\t-l  ", "[ls -l]"),
        arguments("", "(seq: )"),
        arguments(" \n\n ", "(seq: )"),
        arguments("echo 'a b'c", "[echo 'a b'c]"),
        arguments("echo '' \"\"", "[echo '' \"\"]"),
        arguments("echo \"a $b\"", "[echo \"'a '$b\"]"),
        arguments("echo \"a\\\"\\$\\x\"", "[echo \"'a''\"''$''\\''x'\"]"),
        arguments("echo \"it's\"", "[echo \"'it's'\"]"),
        arguments("echo $'a\\tb\\'c\\x41\\u00e9\\0z'", "[echo 'a\\tb'cAé']"),
        arguments("echo $\"a$b\"", "[echo \"'a'$b\"]"),
        arguments("echo a\\ b\\;", "[echo a' 'b';']"),
        arguments("echo a\\\nb \\\n c", "[echo ab c]"),
        arguments("echo a\\", "[echo a'\\']"),
        arguments("echo a#b #c d", "[echo a#b]"),
        arguments("#a\nls # b\n#c", "[ls]"),
        arguments("ls *.[ch] {a,b} ~/x", "[ls *.[ch] {a,b} ~/x]"),
        arguments("ls !(a|b) x@(c|?(d))", "[ls (glob !a|b) x(glob @c|(glob ?d))]"),
        arguments("echo é\uD83D\uDE00", "[echo é\uD83D\uDE00]"),
        arguments("echo } if in ]]", "[echo } if in ]]]"));
  }

  static Stream<Arguments> expansions() {
    return Stream.of(
        arguments("echo $a$1$?$$ $", "[echo $a$1$?$$ '$']"),
        arguments("echo $12 ${12} $a-b", "[echo $12 $12 $a-b]"),
        arguments("echo ${a}b", "[echo $ab]"),
        arguments("rm ${a:-/}", "[rm $a(:- /)]"),
        arguments("rm ${a:--x} ${a-b} ${a:1:2}", "[rm $a(:- -x) $a(- b) $a(: 1:2)]"),
        arguments("rm ${a:-$(b c)}", "[rm $a(:- $<[b c]>)]"),
        arguments("rm ${a:-${b:=\"c d\"}}", "[rm $a(:- $b(:= \"'c d'\"))]"),
        arguments("echo ${#a} ${!b} ${#} ${!c@}", "[echo $a(# ) $b(! ) $# $c(!@ )]"),
        arguments("echo ${a##*/} ${a%.c} ${a//x/y}", "[echo $a(## */) $a(% .c) $a(// x/y)]"),
        arguments("echo ${a^^} ${a@Q}", "[echo $a(^^ ) $a(@ Q)]"),
        arguments("echo ${a[1]} ${#a[@]} ${a[$i]:-x}", "[echo $a([] 1) $a(#[] @) $a([]:- $ix)]"),
        arguments("echo \"${a:-\\x\\}}\" ${a:-\\x}", "[echo \"$a(:- '\\x''}')\" $a(:- 'x')]"),
        arguments("echo \"${a:-'$b'}\"", "[echo \"$a(:- '''$b''')\"]"),
        arguments("echo \"${a#'}'}\"", "[echo \"$a(# '}')\"]"),
        arguments("echo \"${a:-$'\\n'}\"", "[echo \"$a(:- '\\n')\"]"),
        arguments("echo ${a:-<(b)}", "[echo $a(:- <<[b]>)]"),
        arguments("echo \"${a:-<(b)}\"", "[echo \"$a(:- <(b))\"]"),
        arguments("echo ${ ls; }", "[echo BROKEN]"),
        arguments("echo $(a; b) $()", "[echo $<(seq: [a], [b])> $<(seq: )>]"),
        arguments("echo \"$(a \"$(b \"c\")\")\"", "[echo \"$<[a \"$<[b \"'c'\"]>\"]>\"]"),
        arguments("echo $(case a in a) b;; esac)", "[echo $<(case a of a: [b])>]"),
        arguments("echo $(a # )\n)", "[echo $<[a]>]"),
        arguments("echo $((1 + (2) * $a))", "[echo $((1 + (2) * $a))]"),
        arguments("echo $(( $(a) + 1 ))", "[echo $(( $<[a]> + 1 ))]"),
        arguments("echo $((a); (b))", "[echo $<(seq: (subshell: [a]), (subshell: [b]))>]"),
        arguments("echo $((a \\\n+ \\$b))", "[echo $((a + '$'b))]"),
        arguments("echo $[1 + a[2]]", "[echo $((1 + a[2]))]"),
        arguments("echo `a b`", "[echo $<[a b]>]"),
        arguments("echo `a \\`b \\$c\\``", "[echo $<[a $<[b $c]>]>]"),
        arguments("echo \"`a \\\"b\\\"`\"", "[echo \"$<[a \"'b'\"]>\"]"),
        arguments("echo `a;;`", "[echo $<UNPARSED>]"),
        arguments("a <(b c) >(d)", "[a <<[b c]> ><[d]>]"),
        arguments("a < <(b) > >(c)", "[a] <<<[b]> >><[c]>"));
  }

  static Stream<Arguments> assignments() {
    return Stream.of(
        arguments("a=1", "[{a=1}]"),
        arguments("a=1 b+=2 c d=3", "[{a=1} {b+=2} c d=3]"),
        arguments("a= b", "[{a=} b]"),
        arguments("a=$(b=c) d=e", "[{a=$<[{b=c}]>} {d=e}]"),
        arguments("a=(1 'b c' $d\n# x\ne)", "[{a=(1 'b c' $d e)}]"),
        arguments("a=([2]=x [b c]=y [d]*)", "[{a=([2]=x [b c]=y [d]*)}]"),
        arguments("a[1]=x a[$(b)]+=y", "[{a[1]=x} {a[$<[b]>]+=y}]"),
        arguments("a[$(b=1)]=$(c[2]=3)", "[{a[$<[{b=1}]>]=$<[{c[2]=3}]>}]"),
        arguments("a[$(b)]", "[a[$<[b]>]]"),
        arguments("declare -a a=(b c) d=e", "[declare -a a=(b c) d=e]"),
        arguments("export a[$(b)]=c", "[export a[$<[b]>]=c]"),
        arguments("1a=b a-b=c", "[1a=b a-b=c]"),
        arguments("'a'=b", "['a'=b]"),
        arguments("a=b >c", "[{a=b}] >c"));
  }

  static Stream<Arguments> redirects() {
    return Stream.of(
        arguments("a >b <c >>d", "[a] >b <c >>d"),
        arguments(">b a c", "[a c] >b"),
        arguments("> b", "[] >b"),
        arguments("a 2>b 10<c", "[a] 2>b 10<c"),
        arguments("a2>b a 2 >b", "[a2 a 2] >b >b"),
        arguments("a >|b <>c &>d &>>e", "[a] >|b <>c &>d &>>e"),
        arguments("a 2>&1 >&- <&3", "[a] 2>&1 >&- <&3"),
        arguments("a 1>&2>&3", "[a] 1>&2 >&3"),
        arguments("a {fd}>b", "[a] {fd}>b"),
        arguments("a <<<b <<< \"$c d\"", "[a] <<<b <<<\"$c' d'\""),
        arguments("a <<E\nb $c\nE\nd", "(seq: [a] <<E{'b '$c'\\n'}, [d])"),
        arguments("a <<'E' | b\n$c\nE\n", "(pipe: [a] <<'E'{'$c\\n'}, [b])"),
        arguments("a <<\\E\n`\nE", "[a] <<'E'{'`\\n'}"),
        arguments("a <<-E\n\tb\n\t\tE\nc", "(seq: [a] <<-E{'b\\n'}, [c])"),
        arguments("a <<E <<F\n1\nE\n2\nF\n", "[a] <<E{'1\\n'} <<F{'2\\n'}"),
        arguments("a <<E\n$(b <<F\n1\nF\n)\nE", "[a] <<E{$<[b] <<F{'1\\n'}>'\\n'}"),
        arguments("a $(b <<E\n1\nE\n) c", "[a $<[b] <<E{'1\\n'}> c]"),
        arguments("a <<E\nb", "[a] <<E{'b'}"),
        arguments("a <<E", "[a] <<E{}"),
        arguments("a <<E\n\"it's\" \\$\nE", "[a] <<E{'\"it's\" ''$''\\n'}"),
        arguments("a <<E\n${\nE", "[a] <<E{BROKEN}"));
  }

  @ParameterizedTest
  @MethodSource({"words", "expansions", "assignments", "redirects"})
  void parse_simpleCommand_isTheTree(String text, String tree) {
    assertThat(rendered(text, Shell.BASH)).isEqualTo(tree);
  }

  private static String rendered(String text, Shell shell) {
    return switch (ShellParser.parse(text, shell)) {
      case ParseResult.Program program -> Rendering.of(program.command());
      case ParseResult.Failure failure -> failure.toString();
    };
  }
}
