package dev.sigma.cache.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCodecTest {

  private static ByteBuffer floats(float... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes;
  }

  private static float[] random(int count) {
    Random random = new Random(count);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (random.nextGaussian() * Math.exp(random.nextGaussian() * 4));
    }
    return numbers;
  }

  private static float[] throughInt8(float... numbers) {
    ByteBuffer encoded = BlockCodec.INT8.encode(floats(numbers));
    assertThat(encoded.remaining()).isEqualTo(BlockCodec.INT8.encodedBytes(numbers.length * 4));
    ByteBuffer decoded = BlockCodec.INT8.decode(encoded);
    float[] back = new float[decoded.remaining() / Float.BYTES];
    decoded.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(back);
    return back;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 32, 33, 63, 64, 65, 1000})
  void int8_isWrongByAtMostAHalfStepOfItsGroup(int count) {
    float[] numbers = random(count);
    float[] back = throughInt8(numbers);
    assertThat(back).hasSize(count);
    for (int i = 0; i < count; i++) {
      float largest = 0;
      for (int k = i / 32 * 32; k < Math.min(count, i / 32 * 32 + 32); k++) {
        largest = Math.max(largest, Math.abs(numbers[k]));
      }
      assertThat(back[i]).as("%d of %d", i, count).isCloseTo(numbers[i], within(largest / 253.9f));
    }
  }

  @Test
  void int8_keepsZeroAndTheLargest() {
    assertThat(throughInt8(0, 0, 0)).containsExactly(0, 0, 0);
    assertThat(throughInt8(127, -127, 1, 0, 63.4f)).containsExactly(127, -127, 1, 0, 63);
    assertThat(throughInt8(Float.MIN_VALUE, 0)).containsExactly(0, 0);
    assertThat(throughInt8(Float.MAX_VALUE)[0]).isCloseTo(Float.MAX_VALUE, within(1e32f));
    assertThat(throughInt8(190 * Float.MIN_VALUE)[0]).isEqualTo(127 * Float.MIN_VALUE);
  }

  @Test
  void int8_ofWhatIsInt8Already_changesNothing() {
    float[] once = throughInt8(random(96));
    assertThat(throughInt8(once)).containsExactly(once);
  }

  @Test
  void int8_takesLessThanAThird() {
    assertThat(BlockCodec.INT8.encodedBytes(128)).isEqualTo(36);
    assertThat(BlockCodec.INT8.encodedBytes(132)).isEqualTo(41);
  }

  @Test
  void lossless_changesNothing() {
    ByteBuffer plain = floats(random(33));
    assertThat(BlockCodec.LOSSLESS.decode(BlockCodec.LOSSLESS.encode(plain))).isEqualTo(plain);
    assertThat(BlockCodec.LOSSLESS.encodedBytes(132)).isEqualTo(132);
  }

  @Test
  void ids_nameTheCodec() throws DamagedValueException {
    for (BlockCodec codec : BlockCodec.values()) {
      assertThat(BlockCodec.of(codec.id())).isEqualTo(codec);
    }
    assertThatThrownBy(() -> BlockCodec.of((short) 3)).isInstanceOf(DamagedValueException.class);
  }
}
