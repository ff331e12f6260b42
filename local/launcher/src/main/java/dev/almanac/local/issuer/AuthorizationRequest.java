package dev.almanac.local.issuer;

import java.net.URI;
import java.util.Optional;

/**
 * What a client asks for when it sends a user to sign in.
 *
 * @param client its id
 * @param redirect where the user goes back to
 * @param state that comes back with them
 * @param challenge the SHA-256 of a secret that the client shows when it redeems the code (RFC 7636)
 * @param nonce that comes back in the identity token
 */
record AuthorizationRequest(
        Client client, URI redirect, Optional<String> state, CodeChallenge challenge, Optional<String> nonce) {}
