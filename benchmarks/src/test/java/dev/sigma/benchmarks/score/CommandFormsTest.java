package dev.sigma.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

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
}
