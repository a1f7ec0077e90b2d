package dev.sigma.engine.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected values were computed with Python's hashlib and hmac. */
class HashChainTest {

  private static final byte[] EPOCH = epoch();
  private static final TenantSalts SALTS =
      new TenantSalts("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

  private final HashChain chain = new HashChain(EPOCH, SALTS.of("tenant-a"));
  private final int[] tokens = IntStream.range(0, 48).toArray();

  @Test
  void salt_ofATenant_isTheGoldenValue() {
    assertThat(HexFormat.of().formatHex(SALTS.of("tenant-a")))
        .isEqualTo("33b54f1865ed90cd56bad14fb7eb828d59f0218e9b1da22a345791ef4d22ebeb");
  }

  @Test
  void chain_ofThreeBlocks_isTheGoldenValues() {
    Arrays.fill(tokens, 32, 48, 128255);
    BlockHash first = chain.first(tokens);
    BlockHash second = chain.next(first, tokens, 16);
    BlockHash third = chain.next(second, tokens, 32);
    assertThat(first)
        .hasToString("95e31876b409e3330d4d6211f4a8667e656724cfb7db223a3ecf73f5ed9d0746");
    assertThat(second)
        .hasToString("f30001e574a9ce846d974b292be68d09d523f3e595c89f8ceff5738cb2c547fa");
    assertThat(third)
        .hasToString("0fb5bafadaeab8aeea453779ab8295c9dabc041f5d1bce589083f785e05aede3");
  }

  @Test
  void first_underAnotherTenantOrEpoch_differs() {
    byte[] otherEpoch = EPOCH.clone();
    otherEpoch[31] ^= 1;
    assertThat(chain.first(tokens))
        .isNotEqualTo(new HashChain(EPOCH, SALTS.of("tenant-b")).first(tokens))
        .isNotEqualTo(new HashChain(otherEpoch, SALTS.of("tenant-a")).first(tokens));
  }

  @Test
  void next_afterAnotherParent_differs() {
    BlockHash parent = chain.first(tokens);
    BlockHash other = chain.next(parent, tokens, 0);
    assertThat(chain.next(parent, tokens, 16)).isNotEqualTo(chain.next(other, tokens, 16));
  }

  @Test
  void construct_withAShortSaltOrKey_saysWhatIsExpected() {
    assertThatThrownBy(() -> new HashChain(EPOCH, new byte[31]))
        .hasMessage("salt: 31 bytes (expected: 32)");
    assertThatThrownBy(() -> new TenantSalts(new byte[16]))
        .hasMessage("server key: 16 bytes (expected: >= 32)");
  }

  private static byte[] epoch() {
    byte[] epoch = new byte[32];
    for (int i = 0; i < epoch.length; i++) {
      epoch[i] = (byte) i;
    }
    return epoch;
  }
}
