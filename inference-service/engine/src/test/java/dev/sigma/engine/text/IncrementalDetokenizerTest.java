package dev.sigma.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalDetokenizerTest {

  @TempDir Path folder;

  private BpeTokenizer tokenizer;

  @BeforeEach
  void read() {
    tokenizer = new TokenizerJson().tokenizer(folder);
  }

  @Test
  void push_bytesOfACharacter_comeOutWhenWhole() {
    IncrementalDetokenizer stream = new IncrementalDetokenizer(tokenizer);
    assertThat(stream.push(6 + 'a')).isEqualTo("a");
    assertThat(stream.push(6 + 0xF0)).isEmpty();
    assertThat(stream.push(6 + 0x9F)).isEmpty();
    assertThat(stream.push(4)).as("a control token between").isEmpty();
    assertThat(stream.push(6 + 0x9A)).isEmpty();
    assertThat(stream.push(6 + 0x80)).isEqualTo("🚀");
    assertThat(stream.flush()).isEmpty();
  }

  @Test
  void push_whatCannotBecomeUtf8_comesOutAtOnce() {
    IncrementalDetokenizer stream = new IncrementalDetokenizer(tokenizer);
    assertThat(stream.push(6 + 0xFF)).isEqualTo("\ufffd");
    assertThat(stream.push(6 + 0xE6)).isEmpty();
    assertThat(stream.push(6 + 'x')).isEqualTo("\ufffdx");
    assertThat(stream.push(6 + 0xE6)).isEmpty();
    assertThat(stream.push(6 + 0x95)).isEmpty();
    assertThat(stream.flush()).isEqualTo("\ufffd");
    assertThat(stream.flush()).isEmpty();
  }

  @Test
  void decode_malformed_isOneReplacementPerMaximalSubpart() {
    // An encoded surrogate, an overlong form, beyond U+10FFFF, a cut character: as Rust's lossy.
    assertThat(bytes(0xED, 0xA0, 0x80)).isEqualTo("\ufffd\ufffd\ufffd");
    assertThat(bytes(0xC0, 0xAF)).isEqualTo("\ufffd\ufffd");
    assertThat(bytes(0xF4, 0x90, 0x80, 0x80)).isEqualTo("\ufffd\ufffd\ufffd\ufffd");
    assertThat(bytes(0xF0, 0x9F, 0x9A, 'x')).isEqualTo("\ufffdx");
    assertThat(bytes(0xEF, 0xBF, 0xBD, 0xE2, 0x82)).isEqualTo("\ufffd\ufffd");
  }

  @Test
  void push_randomBytes_piecesEqualTheWhole() {
    Random random = new Random(11);
    int[] likely = {0xF0, 0x9F, 0x9A, 0x80, 0xED, 0xA0, 0xE0, 0xC3, 0xA9, 'a', 0xF4, 0x8F, 0x90};
    for (int round = 0; round < 20_000; round++) {
      int[] ids = new int[1 + random.nextInt(8)];
      for (int i = 0; i < ids.length; i++) {
        int b = random.nextBoolean() ? likely[random.nextInt(likely.length)] : random.nextInt(256);
        ids[i] = 6 + b;
      }
      IncrementalDetokenizer stream = new IncrementalDetokenizer(tokenizer);
      StringBuilder pieces = new StringBuilder();
      for (int id : ids) {
        pieces.append(stream.push(id));
      }
      assertThat(pieces.append(stream.flush())).hasToString(tokenizer.decode(ids));
    }
  }

  private static String bytes(int... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int value : values) {
      bytes.write(value);
    }
    return Utf8.decode(bytes.toByteArray(), values.length);
  }
}
