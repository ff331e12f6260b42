package dev.almanac.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Signs tokens. */
public final class Tokens {
    private static final String AUDIENCE = "almanac";

    private final IssuerAddress issuer;
    private final SigningKey key;
    private final Clock clock;

    public Tokens(IssuerAddress issuer, SigningKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** A token that Almanac's API takes. */
    public String access(UserName user, Duration life) {
        return sign(claims(user, AUDIENCE, life).jwtID(UUID.randomUUID().toString()));
    }

    /** A token that tells a client who has signed in. */
    String identity(UserName user, String client, Optional<String> nonce, Duration life) {
        JWTClaimsSet.Builder claims = claims(user, client, life);
        nonce.ifPresent(value -> claims.claim("nonce", value));
        return sign(claims);
    }

    /** What others check the tokens with, as a JWK set. */
    Map<String, Object> publicKeys() {
        return new JWKSet(key.pair()).toJSONObject(true);
    }

    private JWTClaimsSet.Builder claims(UserName user, String audience, Duration life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer.url().toString())
                .subject(user.value())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("name", user.value())
                .claim("email", user.email());
    }

    private String sign(JWTClaimsSet.Builder claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.pair().getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(key.pair()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key can't sign", e);
        }
        return token.serialize();
    }
}
