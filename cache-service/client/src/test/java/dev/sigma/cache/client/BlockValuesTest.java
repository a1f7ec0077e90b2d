package dev.sigma.cache.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockValuesTest {

  private static final byte[] SERVER_KEY = filled(1);
  private static final byte[] EPOCH = filled(2);
  private static final byte[] KEY = filled(3);

  private final BlockValues values =
      new BlockValues(SERVER_KEY, EPOCH, BlockCodec.LOSSLESS, 24, 52);

  private static byte[] filled(int with) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  private static ByteBuffer random(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return ByteBuffer.wrap(content);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 4", "3, 24, 52", "7, 12, 208", "256, 4, 8"})
  void decode_givesWhatWasEncoded(int blocks, int keyBytes, int valueBytes) throws Exception {
    BlockValues own = new BlockValues(SERVER_KEY, EPOCH, BlockCodec.LOSSLESS, keyBytes, valueBytes);
    ByteBuffer plain = random(own.plainBytes(blocks));
    ByteBuffer value = own.encode("acme", KEY, blocks, plain);
    assertThat(own.decode("acme", KEY, value)).isEqualTo(plain);
    assertThat(plain.remaining()).isEqualTo(own.plainBytes(blocks));
  }

  @Test
  void encode_twice_showsNothingInCommon() {
    ByteBuffer plain = random(values.plainBytes(1));
    byte[] first = values.encode("acme", KEY, 1, plain).array();
    byte[] second = values.encode("acme", KEY, 1, plain).array();
    assertThat(Arrays.copyOfRange(first, ValueHeader.BYTES, first.length))
        .isNotEqualTo(Arrays.copyOfRange(second, ValueHeader.BYTES, second.length));
  }

  @Test
  void decode_anyBitFlipped_isDamaged() {
    byte[] value = values.encode("acme", KEY, 2, random(values.plainBytes(2))).array();
    for (int bit = 0; bit < value.length * 8; bit++) {
      byte[] changed = value.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> values.decode("acme", KEY, ByteBuffer.wrap(changed)))
          .as("bit %d", bit)
          .isInstanceOf(DamagedValueException.class);
    }
  }

  @Test
  void decode_anyOtherLength_isDamaged() {
    byte[] value = values.encode("acme", KEY, 2, random(values.plainBytes(2))).array();
    for (int length = 0; length < value.length + 40; length++) {
      if (length != value.length) {
        byte[] cut = Arrays.copyOf(value, length);
        assertThatThrownBy(() -> values.decode("acme", KEY, ByteBuffer.wrap(cut)))
            .as("%d bytes", length)
            .isInstanceOf(DamagedValueException.class);
      }
    }
  }

  @Test
  void value_ofSeveralSegments_comesBackAndNoSegmentCanMove() throws DamagedValueException {
    int segment = 16 << 10;
    BlockValues large =
        new BlockValues(SERVER_KEY, EPOCH, BlockCodec.LOSSLESS, segment, segment + 8);
    ByteBuffer plain = random(large.plainBytes(2));
    byte[] value = large.encode("acme", KEY, 2, plain).array();
    assertThat(value).hasSize(large.storedBytes(2));
    assertThat(large.decode("acme", KEY, ByteBuffer.wrap(value))).isEqualTo(plain);
    int first = ValueHeader.BYTES + 32;
    byte[] swapped = value.clone();
    System.arraycopy(value, first, swapped, first + segment + 16, segment + 16);
    System.arraycopy(value, first + segment + 16, swapped, first, segment + 16);
    ByteBuffer header = ByteBuffer.wrap(swapped);
    int length = value.length - ValueHeader.BYTES;
    int checksum = ValueHeader.checksum(header.slice(ValueHeader.BYTES, length));
    new ValueHeader(BlockCodec.LOSSLESS, EPOCH, KEY, 2, segment, segment + 8, length, checksum)
        .write(header);
    assertThatThrownBy(() -> large.decode("acme", KEY, ByteBuffer.wrap(swapped)))
        .isInstanceOf(DamagedValueException.class)
        .hasMessageStartingWith("seal");
  }

  @Test
  void decode_forAnother_isDamaged() {
    ByteBuffer value = values.encode("acme", KEY, 1, random(values.plainBytes(1)));
    BlockValues otherEpoch = new BlockValues(SERVER_KEY, filled(9), BlockCodec.LOSSLESS, 24, 52);
    BlockValues otherShape = new BlockValues(SERVER_KEY, EPOCH, BlockCodec.LOSSLESS, 52, 24);
    BlockValues otherKey = new BlockValues(filled(9), EPOCH, BlockCodec.LOSSLESS, 24, 52);
    assertThatThrownBy(() -> values.decode("globex", KEY, value)).hasMessageStartingWith("seal");
    assertThatThrownBy(() -> values.decode("acme", filled(4), value)).hasMessageStartingWith("key");
    assertThatThrownBy(() -> otherEpoch.decode("acme", KEY, value)).hasMessageStartingWith("epoch");
    assertThatThrownBy(() -> otherShape.decode("acme", KEY, value))
        .hasMessageStartingWith("bytes of K: 24 (expected: 52)");
    assertThatThrownBy(() -> otherKey.decode("acme", KEY, value)).hasMessageStartingWith("seal");
  }

  @Test
  void decode_headerThatClaimsMuch_allocatesNothing() {
    ByteBuffer huge = ByteBuffer.allocate(ValueHeader.BYTES + 1);
    new ValueHeader(BlockCodec.LOSSLESS, EPOCH, KEY, 256, 1 << 30, 1 << 30, Integer.MAX_VALUE, 0)
        .write(huge);
    huge.rewind();
    assertThatThrownBy(() -> values.decode("acme", KEY, huge))
        .isInstanceOf(DamagedValueException.class)
        .hasMessageContaining("plain bytes: 549755813888 (expected: <= 67108864)");
  }

  @Test
  void encode_wrongSizes_areRefused() {
    assertThatThrownBy(() -> values.encode("acme", KEY, 1, random(75)))
        .hasMessage("plain: 75 bytes (expected: 76)");
    assertThatThrownBy(() -> values.encode("acme", new byte[31], 1, random(76)))
        .hasMessage("key: 31 bytes (expected: 32)");
    assertThatThrownBy(() -> values.plainBytes(0)).hasMessageContaining("expected: 1 to 256");
    assertThatThrownBy(() -> values.plainBytes(257)).hasMessageContaining("expected: 1 to 256");
    assertThatThrownBy(() -> new BlockValues(new byte[31], EPOCH, BlockCodec.LOSSLESS, 4, 4))
        .hasMessageContaining(">= 32");
  }

  @Test
  void blocks_thatAreNoF32_areRefused() {
    assertThatThrownBy(() -> new BlockValues(SERVER_KEY, EPOCH, BlockCodec.INT8, 4, 6))
        .hasMessageContaining("a multiple of 4");
    assertThatThrownBy(() -> new BlockValues(SERVER_KEY, EPOCH, BlockCodec.INT8, 0, 8))
        .hasMessageContaining("> 0");
  }

  @Test
  void decode_otherCodec_isDamaged() {
    BlockValues int8 = new BlockValues(SERVER_KEY, EPOCH, BlockCodec.INT8, 24, 52);
    ByteBuffer value = int8.encode("acme", KEY, 1, ByteBuffer.allocate(76));
    assertThat(value.remaining()).isEqualTo(int8.storedBytes(1));
    assertThatThrownBy(() -> values.decode("acme", KEY, value))
        .hasMessageStartingWith("codec: INT8 (expected: LOSSLESS)");
  }

  @Test
  void randomBytes_areDamaged() {
    Random random = new Random(5);
    for (int n = 0; n < 2_000; n++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThatThrownBy(() -> values.decode("acme", KEY, ByteBuffer.wrap(bytes)))
          .isInstanceOf(DamagedValueException.class);
    }
  }
}
