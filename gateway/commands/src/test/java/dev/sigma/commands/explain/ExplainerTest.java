package dev.sigma.commands.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigma.commands.CommandAnalyzer;
import dev.sigma.commands.Explanation;
import dev.sigma.commands.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {

  private static Map<String, String> explain(String command) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (Explanation e : CommandAnalyzer.explain(command, Shell.BASH)) {
      parts.put(command.substring(e.start(), e.end()), e.text());
    }
    return parts;
  }

  @Test
  void explain_findWithOptions_takesTheirValues() {
    Map<String, String> parts = explain("find /var -type f -size +100M");
    assertThat(parts).containsKeys("find", "-type f", "-size +100M");
    assertThat(parts.get("find")).isEqualTo("search for files in a directory hierarchy");
  }

  @Test
  void explain_cluster_saysWhatEachLetterDoes() {
    assertThat(explain("ls -la /etc").get("-la"))
        .contains("long listing format")
        .contains("do not ignore entries");
    assertThat(explain("tar -czf out.tar.gz src")).containsKey("-czf out.tar.gz");
  }

  @Test
  void explain_subcommands_haveTheirOwnOptions() {
    Map<String, String> parts = explain("docker run -d --name web nginx");
    assertThat(parts.get("run")).isEqualTo("run a command in a new container");
    assertThat(parts.get("-d")).contains("background");
    assertThat(parts).containsKey("--name web");
  }

  @Test
  void explain_wrappers_goOnWithTheirCommand() {
    Map<String, String> parts = explain("sudo -u bob timeout 5 systemctl restart nginx");
    assertThat(parts).containsKeys("sudo", "-u bob", "timeout", "systemctl", "restart");
  }

  @Test
  void explain_pipesListsAndRedirections() {
    assertThat(explain("ps aux | wc -l > n.txt 2>/dev/null && echo done &"))
        .containsEntry("|", "hands the output on to the next command")
        .containsEntry("> n.txt", "writes the output to a file, replacing what is there")
        .containsEntry("2>/dev/null", "hides error messages")
        .containsEntry("&&", "goes on only if that succeeded")
        .containsEntry("&", "runs it in the background");
  }

  @Test
  void explain_exec_explainsTheInnerCommand() {
    assertThat(explain("find . -name '*.sh' -exec chmod +x {} \\; -print"))
        .containsKeys("-exec", "chmod", "-print");
  }

  @Test
  void explain_whatIsUnknown_isLeftOut() {
    assertThat(explain("frobnicate --hard /dev/null")).isEmpty();
    assertThat(explain("ls --no-such-option")).containsOnlyKeys("ls");
    assertThat(explain("echo \"unclosed")).isEmpty();
  }

  @Test
  void explain_partsStandInOrderAndWithinTheCommand() {
    String command =
        "kubectl get pods -n shop -o wide | grep -v Running; for i in a b; do ls -l; done";
    List<Explanation> parts = CommandAnalyzer.explain(command, Shell.BASH);
    int last = 0;
    for (Explanation part : parts) {
      assertThat(part.start()).isGreaterThanOrEqualTo(last).isLessThan(part.end());
      assertThat(part.end()).isLessThanOrEqualTo(command.length());
      assertThat(part.text()).isNotBlank();
      last = part.start();
    }
    assertThat(parts).hasSizeGreaterThan(6);
  }
}
