package dev.sigma.commands.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`ls  -la ` | `ls -al`",
        "`ls -la;` | `ls -al`",
        "`find . -name '*.txt'` | `find . -name \"*.txt\"`",
        "`find . -name '*.txt'` | `find . -name \\*.txt`",
        "`find . -exec rm {} \\;` | `find . -exec rm '{}' ';'`",
        "`grep 'foo' a.txt` | `grep foo a.txt`",
        "`tar -xzf a.tgz` | `tar -zxf a.tgz`",
        "`a>b` | `a > b`",
        "`echo $HOME` | `echo ${HOME}`",
        "`echo $(ls -la)` | `echo $(ls -al)`",
        "`for f in *; do ls -la; done` | `for f in *; do\nls -al\ndone`",
        "`! grep -qi x f && ls -al` | `! grep -iq  x f && ls -la`",
        "`sudo ls -la` | `sudo ls -al`",
      })
  void exact_isTheSame(String one, String other) {
    assertThat(CommandForms.exact(one)).isEqualTo(CommandForms.exact(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`ls -l -a` | `ls -la`",
        "`find . -name *.txt` | `find . -name '*.txt'`",
        "`echo $x` | `echo \"$x\"`",
        "`echo '$x'` | `echo \"$x\"`",
        "`echo 'a  b'` | `echo 'a b'`",
        "`tar -xzf a.tgz` | `tar -xfz a.tgz`",
        "`a && b` | `a || b`",
        "`a && b` | `a ; b`",
        "`a && b` | `a && ! b`",
        "`a 2>&1` | `a >&1`",
        "`(a)` | `a`",
        "`a &` | `a`",
        "`echo {a,b}` | `echo '{a,b}'`",
        "`ls -la` | `ls -lA`",
        "`sort -k2n f` | `sort -nk2 f`",
        "`find . -name x` | `find . -mane x`",
        "`echo $(ls -l)` | `echo $(ls)`",
        "`A=1 b` | `A=2 b`",
        "`cat <<E\na\nE` | `cat <<E\nb\nE`",
      })
  void exact_isNotTheSame(String one, String other) {
    assertThat(CommandForms.exact(one)).isNotEqualTo(CommandForms.exact(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`ls -la /tmp` | `ls -a -l TEXT`",
        "`ls /tmp -l -a` | `ls -a -l TEXT`",
        "`head -5 a` | `head -NUMBER NUMBER TEXT`",
        "`head -n5 a` | `head -n NUMBER TEXT`",
        "`head -n 5 a` | `head -n NUMBER TEXT`",
        "`sort -t, -k2 -r f` | `sort -k NUMBER -r -t TEXT TEXT`",
        "`find . -type f -size +10M -exec grep -l 'a b' {} +` | `find TEXT -type TEXT -size NUMBER -exec grep -l TEXT TEXT +`",
        "`find . ! -name x -o -type d` | `find TEXT ! -name TEXT -o -type TEXT`",
        "`sudo -u bob systemctl restart nginx` | `sudo -u TEXT systemctl restart TEXT`",
        "`git -C /x stash pop` | `git stash pop -C TEXT`",
        "`git commit -m 'a b'` | `git commit -m TEXT`",
        "`ping 10.0.0.1` | `ping TEXT`",
        "`sleep 1.5` | `sleep NUMBER`",
        "`duc info` | `duc info`",
        "`duc -v info` | `duc -v TEXT`",
        "`docker --debug compose up web` | `docker compose up --debug TEXT`",
        "`docker compose up web` | `docker compose up TEXT`",
        "`cat info` | `cat TEXT`",
        "`a | xargs -n 1 rm -f` | `a | xargs -n NUMBER rm -f`",
        "`x --long=5 --other y` | `x --long NUMBER --other TEXT`",
        "`cat a > b 2>&1` | `cat TEXT >TEXT 2>&1`",
        "`dd if=/dev/zero bs=1M` | `dd if=TEXT bs=NUMBER`",
        "`echo $(date +%s)` | `echo <date TEXT>`",
        "`A=5 ls` | `A=NUMBER ls`",
      })
  void template_keepsWhatIsNoValue(String command, String template) {
    assertThat(CommandForms.template(command)).contains(template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`ls -la` | `ls -l`",
        "`git push` | `git pull`",
        "`a | b` | `a; b`",
        "`ls a b` | `ls a`",
        "`docker compose up` | `docker compose down`",
        "`find . -delete -name x` | `find . -name x -delete`",
        "`echo $(date)` | `echo $(pwd)`",
        "`head -n 5 f` | `head -n x f`",
      })
  void template_tellsApart(String one, String other) {
    assertThat(CommandForms.template(one)).isNotEqualTo(CommandForms.template(other));
  }

  @Test
  void exact_backticksAreASubstitution() {
    assertThat(CommandForms.exact("echo `date +%F`"))
        .isEqualTo(CommandForms.exact("echo $(date  '+%F')"));
  }

  @Test
  void whatCannotBeRead_hasNoTemplate_andIsComparedAsText() {
    assertThat(CommandForms.isReadable("ls 'a")).isFalse();
    assertThat(CommandForms.isReadable(" ")).isFalse();
    assertThat(CommandForms.isReadable("ls | grep x")).isTrue();
    assertThat(CommandForms.template("ls 'a")).isEmpty();
    assertThat(CommandForms.exact(" ls   'a")).isEqualTo("ls 'a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`find . -name x -print0 | xargs -0 grep -n a` | `find -name -print0, xargs -0, grep -n`",
        "`echo $(cat f | wc -l) > $(basename x)` | `echo, cat, wc -l, basename`",
        "`sudo /usr/bin/LS -l` | `sudo, LS -l`",
        "`comm -23 <(sort a) <(sort -u b)` | `comm -2 -3, sort, sort -u`",
        "`for i in $(seq 3); do kill -9 $i; done` | `seq, kill -NUMBER`",
        "`find . \\( -name a -o -name b \\) -exec mv -t d {} + -print` |"
            + " `find -exec -name -o -print, mv -t`",
        "`tar czf a.tgz b` | `tar`",
        "`A=1 sort --key=2 f` | `sort --key`",
      })
  void programs_areInPreOrder(String command, String expected) {
    String found =
        CommandForms.programs(command).stream()
            .map(
                p ->
                    (p.name()
                            + " "
                            + p.options().stream().sorted().collect(Collectors.joining(" ")))
                        .strip())
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "kill 5 # kill 6",
        "grep -r a . # grep -r 'b c' /srv",
        "ls -la # ls -a  -l x",
        "find -size 1 -name a # find -name b -size -2",
        "head -5 f # head -10 f",
        "grep a /boot/config-$(uname -r) # grep a /boot/config-`uname -r`",
        "docker run -d a # docker run -d b",
      })
  void programs_ofCommandsThatDifferInValues_areTheSame(String one, String other) {
    assertThat(CommandForms.programs(one)).isEqualTo(CommandForms.programs(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "docker ps # docker images",
        "ls # ls -l",
        "ls # ls | wc",
        "ls # sudo ls",
        "find -name a # find -iname a",
      })
  void programs_ofOthers_areNot(String one, String other) {
    assertThat(CommandForms.programs(one)).isNotEqualTo(CommandForms.programs(other));
  }

  @Test
  void programs_ofWhatNoShellReads_areNone() {
    assertThat(CommandForms.programs("ls 'a")).isEmpty();
    assertThat(CommandForms.programs("A=1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "ls -l a # ls -l b # 1",
        "ls # ls -l # 0.5", // the name of two
        "ls -l # ls -a # 0.333", // of three
        "ls # du # 0",
        "git log # git show # 0",
        "ls | wc -l # ls # 0.5", // one of two places
        "ls | wc -l # ls | wc -c # 0.667", // 1 and a third
        "a | b # b # 0", // by their places
        "A=1 # B=1 # 1",
        "A=1 # ls # 0",
      })
  void likeness_isThatOfProgramsAtTheSamePlaces(String one, String other, double expected) {
    double likeness =
        CommandForms.likeness(CommandForms.programs(one), CommandForms.programs(other));
    assertThat(likeness).isCloseTo(expected, within(0.001));
    assertThat(CommandForms.likeness(CommandForms.programs(other), CommandForms.programs(one)))
        .isEqualTo(likeness);
  }
}
