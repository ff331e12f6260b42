package dev.almanac.local.issuer;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The authorization endpoint: asks who is there, and sends them back with a code. */
final class Authorization {
    private final Client client;
    private final AuthorizationCodes codes;

    Authorization(Client client, AuthorizationCodes codes) {
        this.client = client;
        this.codes = codes;
    }

    /** Shows the form. */
    Answer ask(Parameters asked) {
        return checked(asked, _ -> form(asked, "", ""));
    }

    /** Takes the form. */
    Answer take(Parameters asked) {
        return checked(asked, request -> {
            String typed = asked.get("name").orElse("");
            Optional<UserName> user = UserName.parse(typed);
            return user.isPresent()
                    ? back(request.redirect(), request.state(), Map.of("code", codes.issue(user.get(), request)))
                    : form(asked, typed, "Letters, digits, spaces and . _ @ ' - please, 64 at most.");
        });
    }

    private Answer form(Parameters asked, String name, String complaint) {
        return Answer.html(
                complaint.isEmpty() ? 200 : 400,
                SignInPage.of(asked, name, complaint),
                SignInPage.contentSecurityPolicy(client));
    }

    private interface Step {
        Answer take(AuthorizationRequest request);
    }

    /** Where the client itself is in doubt, nobody is sent anywhere (RFC 6749, 4.1.2.1). */
    private Answer checked(Parameters asked, Step step) {
        if (!asked.get("client_id").equals(Optional.of(client.id()))) {
            return Answer.text(400, "There is no client with this client_id.");
        }
        Optional<URI> redirect = client.redirects().stream()
                .filter(allowed -> asked.get("redirect_uri").equals(Optional.of(allowed.toString())))
                .findAny();
        if (redirect.isEmpty()) {
            return Answer.text(400, "This client's users don't come back to this redirect_uri.");
        }
        try {
            return step.take(request(asked, redirect.get()));
        } catch (OAuthError e) {
            return back(
                    redirect.get(),
                    asked.get("state"),
                    Map.of("error", e.code(), "error_description", e.description()));
        }
    }

    private AuthorizationRequest request(Parameters asked, URI redirect) throws OAuthError {
        if (!asked.get("response_type").equals(Optional.of("code"))) {
            throw new OAuthError("unsupported_response_type", "Only response_type=code is offered.");
        }
        if (!asked.get("code_challenge_method").equals(Optional.of(CodeChallenge.METHOD))) {
            throw new OAuthError("invalid_request", "Only code_challenge_method=S256 is offered.");
        }
        CodeChallenge challenge = asked.get("code_challenge")
                .filter(CodeChallenge::isOne)
                .map(CodeChallenge::new)
                .orElseThrow(() ->
                        new OAuthError("invalid_request", "The code_challenge is not the base64url of a SHA-256."));
        return new AuthorizationRequest(client, redirect, asked.get("state"), challenge, asked.get("nonce"));
    }

    private static Answer back(URI redirect, Optional<String> state, Map<String, String> result) {
        Map<String, String> query = new LinkedHashMap<>(result);
        state.ifPresent(value -> query.put("state", value));
        return Answer.seeOther(URI.create(redirect + "?" + Parameters.encode(query)));
    }
}
