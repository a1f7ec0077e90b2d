package dev.sigma.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final String SALT = "A".repeat(43) + "=";

  @Test
  void matches_theSamePasswordOnly_alsoAfterReading() {
    PasswordHash hash = PasswordHash.of("pässword of ünicode");
    PasswordHash read = PasswordHash.parse(hash.text());
    assertThat(read.matches("pässword of ünicode")).isTrue();
    assertThat(read.matches("passwort of unicode")).isFalse();
    assertThat(read.text()).isEqualTo(hash.text()).startsWith("pbkdf2-sha256$600000$");
    assertThat(hash).asString().doesNotContain("$");
  }

  @Test
  void of_samePassword_hasAnotherSalt() {
    assertThat(PasswordHash.of("twelve chars").text())
        .isNotEqualTo(PasswordHash.of("twelve chars").text());
  }

  @Test
  void parse_weakOrBroken_isRefused() {
    for (String text :
        new String[] {
          "",
          "hunter2",
          "pbkdf2-sha256$100000$" + SALT + "$" + SALT,
          "pbkdf2-sha256$99999999$" + SALT + "$" + SALT,
          "pbkdf2-sha256$600000$AAAA$" + SALT,
          "pbkdf2-sha256$600000$" + SALT + "$AAAA",
          "pbkdf2-sha256$600000$=$" + SALT,
          "pbkdf2-sha1$600000$" + SALT + "$" + SALT
        }) {
      assertThatThrownBy(() -> PasswordHash.parse(text))
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
