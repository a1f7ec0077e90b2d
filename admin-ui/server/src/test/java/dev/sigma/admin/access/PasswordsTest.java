package dev.sigma.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class PasswordsTest {

  private static final String CODE = "0123456789abcdef";

  @TempDir Path folder;

  private Passwords passwords(String code) {
    return new Passwords(new AccessSettings(folder.toString(), code));
  }

  @Test
  void firstStart_shortCode_isRefused_laterStartsNeedNone() {
    assertThatThrownBy(() -> passwords("0123456789abcde"))
        .hasMessage(
            "SIGMA_ADMIN_SETUP_CODE: 15 characters (expected: at least 16, as long as no password is set)");
    Passwords first = passwords(CODE);
    assertThat(first.setFirst(CODE, "a good password").block()).isTrue();
    assertThat(passwords("").isSet()).isTrue();
    assertThatThrownBy(() -> new AccessSettings(" ", CODE))
        .hasMessageContaining("SIGMA_ADMIN_DATA");
    assertThat(new AccessSettings("/x", CODE)).asString().doesNotContain(CODE);
  }

  @Test
  void setFirst_wrongCodeOrSecondTime_changesNothing() {
    Passwords passwords = passwords(CODE);
    assertThat(passwords.setFirst("0123456789abcdeg", "a good password").block()).isFalse();
    assertThat(passwords.isSet()).isFalse();
    assertThat(passwords.matches("").block()).isFalse();
    // several at once: one of them sets it
    Long set =
        Flux.range(0, 4)
            .flatMap(i -> passwords.setFirst(CODE, "password number " + i))
            .filter(b -> b)
            .count()
            .block(Duration.ofSeconds(30));
    assertThat(set).isEqualTo(1);
    assertThat(passwords.setFirst(CODE, "a later password").block()).isFalse();
  }

  @Test
  void change_needsTheCurrentOne() {
    Passwords passwords = passwords(CODE);
    passwords.setFirst(CODE, "a good password").block();
    assertThat(passwords.change("not that one", "a better password").block()).isFalse();
    assertThat(passwords.change("a good password", "a better password").block()).isTrue();
    assertThat(passwords("").matches("a better password").block()).isTrue();
    assertThat(passwords.matches("a good password").block()).isFalse();
  }
}
