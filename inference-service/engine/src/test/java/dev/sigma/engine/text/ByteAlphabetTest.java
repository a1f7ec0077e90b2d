package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ByteAlphabetTest {

  @Test
  void character_all256_areThoseOfGpt2() {
    Set<Character> seen = new HashSet<>();
    int remapped = 0;
    for (int b = 0; b < 256; b++) {
      char character = ByteAlphabet.character(b);
      boolean itself = (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
      assertThat((int) character).isEqualTo(itself ? b : 256 + remapped++);
      assertThat(ByteAlphabet.byteOf(character)).isEqualTo(b);
      seen.add(character);
    }
    assertThat(seen).hasSize(256);
    assertThat(remapped).isEqualTo(68);
    // Known from GPT-2's vocabulary.
    assertThat(ByteAlphabet.character(' ')).isEqualTo('Ġ');
    assertThat(ByteAlphabet.character('\n')).isEqualTo('Ċ');
    assertThat(ByteAlphabet.character('\t')).isEqualTo('ĉ');
    assertThat(ByteAlphabet.character(0xAD)).isEqualTo('Ń');
  }

  @Test
  void byteOf_otherCharacters_areNone() {
    for (char other : new char[] {' ', '\n', 0x7F, 0xA0, 0xAD, 0x144, 0x4E2D, 0xFFFF}) {
      assertThat(ByteAlphabet.byteOf(other)).isEqualTo(-1);
    }
  }
}
