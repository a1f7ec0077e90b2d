package dev.sigma.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sigma.edge.ApiException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mints and checks internal tokens (docs/contracts.md, "Identity inside"). Thread-safe. */
public final class InternalTokens {

  /** Tenants that can stand in a token. */
  public static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final String ISSUER = "sigma";
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
  private static final int LONGEST_TOKEN = 4096;

  private final MACSigner signer;
  private final MACVerifier verifier;
  private final Clock clock;

  public InternalTokens(InternalTokenSettings settings, Clock clock) {
    try {
      signer = new MACSigner(settings.secret());
      verifier = new MACVerifier(settings.secret());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("SIGMA_INTERNAL_KEY cannot be used", e);
    }
    this.clock = clock;
  }

  /** A token for {@code caller} at service {@code audience}, good for 60 seconds from now. */
  public String mint(Caller caller, String audience) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(audience)
            .subject(caller.name())
            .claim("tenant", caller.tenant())
            .claim("scope", String.join(" ", caller.scopes()))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("an internal token could not be signed", e);
    }
    return jwt.serialize();
  }

  /**
   * The caller that an {@code Authorization} header proves to service {@code audience}.
   *
   * @throws ApiException 401 without a valid token
   */
  public Caller check(@Nullable String authorization, String audience) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      throw refused(
          "no internal token (expected: Authorization: Bearer <token signed by the gateway>)");
    }
    String token = authorization.substring("Bearer ".length()).strip();
    if (token.length() > LONGEST_TOKEN) {
      throw refused(
          "internal token of %d characters (expected: at most %d)"
              .formatted(token.length(), LONGEST_TOKEN));
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        throw refused(
            "internal token with a wrong signature (expected: HS256 with this platform's key)");
      }
      return caller(jwt.getJWTClaimsSet(), audience);
    } catch (ParseException | JOSEException e) {
      throw refused("internal token that cannot be read (expected: a signed JWT)");
    }
  }

  private Caller caller(JWTClaimsSet claims, String audience) throws ParseException {
    if (!ISSUER.equals(claims.getIssuer()) || !claims.getAudience().contains(audience)) {
      throw refused(
          "internal token of another issuer or for another service (expected: iss %s, aud %s)"
              .formatted(ISSUER, audience));
    }
    Date issued = claims.getIssueTime();
    Date expires = claims.getExpirationTime();
    Instant now = clock.instant();
    if (issued == null
        || expires == null
        || issued.toInstant().isAfter(now.plus(CLOCK_SKEW))
        || expires.toInstant().isBefore(now.minus(CLOCK_SKEW))) {
      throw refused(
          "internal token that is not valid now (expected: iat and exp around %s)".formatted(now));
    }
    if (Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LIFE) > 0) {
      throw refused(
          "internal token that lives too long (expected: at most %d s)"
              .formatted(LIFE.toSeconds()));
    }
    String tenant = claims.getStringClaim("tenant");
    String subject = claims.getSubject();
    String scope = claims.getStringClaim("scope");
    if (tenant == null || !TENANT.matcher(tenant).matches() || subject == null || scope == null) {
      throw refused("internal token without sub, tenant or scope (expected: all three)");
    }
    return new Caller(tenant, subject, Set.copyOf(Arrays.asList(scope.strip().split("\\s+", -1))));
  }

  private static ApiException refused(String message) {
    return ApiException.unauthorized("invalid_token", message);
  }
}
