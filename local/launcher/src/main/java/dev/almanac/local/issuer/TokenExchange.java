package dev.almanac.local.issuer;

import dev.almanac.local.issuer.AuthorizationCodes.Granted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The token endpoint: takes a code, gives tokens. */
final class TokenExchange {
    static final Duration LIFE = Duration.ofHours(12);

    private final AuthorizationCodes codes;
    private final Tokens tokens;

    TokenExchange(AuthorizationCodes codes, Tokens tokens) {
        this.codes = codes;
        this.tokens = tokens;
    }

    Answer exchange(Parameters asked) {
        try {
            return Answer.json(200, tokensFor(redeem(asked)));
        } catch (OAuthError e) {
            return Answer.json(400, Map.of("error", e.code(), "error_description", e.description()));
        }
    }

    private Granted redeem(Parameters asked) throws OAuthError {
        if (!asked.get("grant_type").equals(Optional.of("authorization_code"))) {
            throw new OAuthError("unsupported_grant_type", "Only grant_type=authorization_code is offered.");
        }
        Granted granted = asked.get("code")
                .flatMap(codes::redeem)
                .orElseThrow(() -> new OAuthError("invalid_grant", "The code is unknown, used or expired."));
        AuthorizationRequest request = granted.request();
        boolean same = asked.get("client_id")
                        .equals(Optional.of(request.client().id()))
                && asked.get("redirect_uri")
                        .equals(Optional.of(request.redirect().toString()))
                && asked.get("code_verifier").filter(request.challenge()::isOf).isPresent();
        if (!same) {
            throw new OAuthError("invalid_grant", "The code was given to another request.");
        }
        return granted;
    }

    private Map<String, Object> tokensFor(Granted granted) {
        return Map.of(
                "access_token", tokens.access(granted.user(), LIFE),
                "id_token",
                        tokens.identity(
                                granted.user(),
                                granted.request().client().id(),
                                granted.request().nonce(),
                                LIFE),
                "token_type", "Bearer",
                "expires_in", LIFE.toSeconds());
    }
}
