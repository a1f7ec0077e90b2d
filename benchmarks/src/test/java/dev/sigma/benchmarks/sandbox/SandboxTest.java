package dev.sigma.benchmarks.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
  private static final Fixture EMPTY = new Fixture(Optional.empty(), Map.of());

  @TempDir Path folder;

  @Test
  void open_withoutBubblewrap_saysWhatToInstall() {
    assertThatThrownBy(() -> Sandbox.open("/nowhere/bwrap", Duration.ofSeconds(5)))
        .isInstanceOf(SandboxUnavailableException.class)
        .hasMessageContaining("apt-get install bubblewrap");
  }

  @Test
  void open_whereNamespacesAreRefused_saysSo() throws IOException {
    Path bwrap = folder.resolve("bwrap");
    Files.writeString(
        bwrap,
        """
        #!/bin/sh
        [ "$1" = --version ] && exit 0
        echo 'bwrap: No permissions to create new namespace' >&2
        exit 1
        """);
    Files.setPosixFilePermissions(bwrap, PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(() -> Sandbox.open(bwrap.toString(), Duration.ofSeconds(5)))
        .isInstanceOf(SandboxUnavailableException.class)
        .hasMessageContaining("No permissions to create new namespace")
        .hasMessageContaining("user namespaces");
  }

  @Test
  void run_printsAndChanges() throws Exception {
    Outcome outcome = sandbox().run("pwd; echo a > /b; mkdir ~/c; exit 3", EMPTY);
    assertThat(outcome.output()).isEqualTo("/\n");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.changes()).containsOnlyKeys("/b", "/root/c");
  }

  @Test
  void run_eachTimeFromTheStart() throws Exception {
    Sandbox sandbox = sandbox();
    Outcome first = sandbox.run("ls / | wc -l; touch /new", EMPTY);
    assertThat(sandbox.run("ls / | wc -l; touch /new", EMPTY)).isEqualTo(first);
  }

  @Test
  void run_unpacksTheArchive_andSetsVariables() throws Exception {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("data"));
    Files.writeString(tree.resolve("data/a.txt"), "hello\n");
    Path archive = folder.resolve("tree.tar.gz");
    Process tar =
        new ProcessBuilder("tar", "-czf", archive.toString(), "-C", tree.toString(), "data")
            .start();
    assertThat(tar.waitFor()).isZero();
    Fixture fixture = new Fixture(Optional.of(archive), Map.of("WHICH", "data/a.txt"));
    Outcome outcome = sandbox().run("cat $WHICH; rm /data/a.txt", fixture);
    assertThat(outcome.output()).isEqualTo("hello\n");
    assertThat(outcome.changes()).containsExactly(Map.entry("/data/a.txt", ""));
  }

  @Test
  void run_seesNothingElseOfTheMachine() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Outcome outcome =
        sandbox().run("cat " + secret + "; env; touch /usr/x /etc/x; ls /home", EMPTY);
    assertThat(outcome.output()).doesNotContain("secret").doesNotContain("JAVA_HOME");
    assertThat(outcome.changes()).isEmpty();
    assertThat(Path.of("/usr/x")).doesNotExist();
    assertThat(Path.of("/etc/x")).doesNotExist();
  }

  @Test
  void run_hasNoNetwork() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String reach = "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + " && echo reached";
      assertThat(sandbox().run(reach, EMPTY).output()).isEmpty();
    }
  }

  @Test
  void run_endsWhatTakesTooLong_withAllThatItStarted() throws Exception {
    Sandbox sandbox = sandbox();
    Outcome outcome = sandbox.run("(while :; do touch /x; done) & sleep 60", EMPTY);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.isUsable()).isFalse();
  }

  @Test
  void run_endsWhatPrintsTooMuch() throws Exception {
    Outcome outcome = sandbox().run("yes", EMPTY);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.output()).hasSize(1 << 20);
  }

  private static Sandbox sandbox() throws InterruptedException {
    try {
      return Sandbox.open("bwrap", Duration.ofSeconds(2));
    } catch (SandboxUnavailableException e) {
      return abort(String.valueOf(e.getMessage()));
    }
  }
}
