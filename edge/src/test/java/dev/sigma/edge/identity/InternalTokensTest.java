package dev.sigma.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.sigma.edge.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InternalTokensTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final byte[] SECRET =
      "0123456789012345678901234567890123456789012345678901234567890123"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  private static final Caller CALLER = new Caller("acme", "gateway", Set.of("generate"));
  private final InternalTokens tokens = at(NOW, SECRET);

  private static InternalTokens at(Instant now, byte[] secret) {
    return new InternalTokens(
        new InternalTokenSettings(Base64.getEncoder().encodeToString(secret)),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer("sigma")
            .audience("sigma-worker")
            .subject("gateway")
            .claim("tenant", "acme")
            .claim("scope", "generate")
            .issueTime(Date.from(NOW))
            .expirationTime(Date.from(NOW.plusSeconds(60)));
    change.accept(builder);
    return builder.build();
  }

  private static String signed(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change)
      throws Exception {
    SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims(change));
    jwt.sign(new MACSigner(SECRET));
    return "Bearer " + jwt.serialize();
  }

  private void assertRefused(String header) {
    assertThatThrownBy(() -> tokens.check(header, "sigma-worker"))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("invalid_token"));
  }

  @Test
  void check_minted_givesTheCaller() {
    String header = "Bearer " + tokens.mint(CALLER, "sigma-worker");
    assertThat(tokens.check(header, "sigma-worker")).isEqualTo(CALLER);
    assertThat(at(NOW.plusSeconds(64), SECRET).check(header, "sigma-worker")).isEqualTo(CALLER);
  }

  @Test
  void check_unchangedClaims_isAccepted() throws Exception {
    assertThat(tokens.check(signed(JWSAlgorithm.HS256, c -> {}), "sigma-worker")).isEqualTo(CALLER);
  }

  @Test
  void check_otherServiceKeyOrTime_isRefused() {
    String minted = "Bearer " + tokens.mint(CALLER, "sigma-cache");
    assertRefused(minted);
    byte[] other = SECRET.clone();
    other[0]++;
    assertRefused("Bearer " + at(NOW, other).mint(CALLER, "sigma-worker"));
    assertRefused(
        "Bearer " + at(NOW.minus(Duration.ofMinutes(2)), SECRET).mint(CALLER, "sigma-worker"));
    assertRefused("Bearer " + at(NOW.plusSeconds(30), SECRET).mint(CALLER, "sigma-worker"));
  }

  @Test
  void check_otherAlgorithm_isRefused() throws Exception {
    assertRefused(signed(JWSAlgorithm.HS512, c -> {}));
    assertRefused("Bearer " + new PlainJWT(claims(c -> {})).serialize());
  }

  @Test
  void check_claimsMissingOrWrong_isRefused() throws Exception {
    for (String name : new String[] {"iss", "aud", "sub", "tenant", "scope", "iat", "exp"}) {
      assertRefused(signed(JWSAlgorithm.HS256, c -> c.claim(name, null)));
    }
    assertRefused(signed(JWSAlgorithm.HS256, c -> c.claim("tenant", "../x")));
    assertRefused(signed(JWSAlgorithm.HS256, c -> c.claim("tenant", 7)));
    assertRefused(
        signed(JWSAlgorithm.HS256, c -> c.expirationTime(Date.from(NOW.plusSeconds(61)))));
  }

  @Test
  void check_noToken_isRefused() {
    assertThatThrownBy(() -> tokens.check(null, "sigma-worker")).isInstanceOf(ApiException.class);
    for (String header :
        new String[] {"", "Basic x", "Bearer ", "Bearer a.b.c", "Bearer " + "x".repeat(5000)}) {
      assertRefused(header);
    }
  }

  @Test
  void settings_shortKey_isRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> new InternalTokenSettings("c2hvcnQ="))
        .hasMessageContaining("SIGMA_INTERNAL_KEY")
        .hasMessageNotContaining("c2hvcnQ=");
    assertThat(new InternalTokenSettings(Base64.getEncoder().encodeToString(SECRET)).toString())
        .doesNotContain(Base64.getEncoder().encodeToString(SECRET));
  }
}
