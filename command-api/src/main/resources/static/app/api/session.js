import { SignedOut } from "./problems.js";

const SESSION = "almanac.session";
const SIGN_IN = "almanac.sign-in";
/** How long before its end a token is no longer used. */
const MARGIN_MS = 30_000;

/**
 * The user's session with the issuer: authorization code with PKCE, the token in memory and in this tab's session
 * storage. Says `change` when it begins, and `expired` when it is over without the user's doing.
 */
export class Session extends EventTarget {
  #config;
  #storage;
  #tokens = null;
  #refreshing = null;
  #discovery = null;

  /**
   * @param {{issuer: string, clientId: string, scopes: string[]}} config
   * @param {Storage} storage
   */
  constructor(config, storage = sessionStorage) {
    super();
    this.#config = config;
    this.#storage = storage;
  }

  get signedIn() {
    return this.#tokens !== null;
  }

  /** Takes up the session of this tab, or the one that the issuer has just sent the user back with. */
  async resume() {
    const answer = new URL(location.href).searchParams;
    const asked = JSON.parse(this.#storage.getItem(SIGN_IN) ?? "null");
    if (asked && answer.get("state") === asked.state) {
      this.#storage.removeItem(SIGN_IN);
      history.replaceState(null, "", `/${asked.hash}`);
      if (answer.has("error")) {
        throw new Error(answer.get("error_description") ?? `Signing in failed: ${answer.get("error")}.`);
      }
      await this.#ask({
        grant_type: "authorization_code",
        code: answer.get("code"),
        redirect_uri: asked.redirectUri,
        code_verifier: asked.verifier,
      });
      return;
    }
    this.#tokens = JSON.parse(this.#storage.getItem(SESSION) ?? "null");
  }

  /** Sends the user to the issuer; the page comes back to where it is now. */
  async signIn() {
    if (!globalThis.isSecureContext) {
      throw new Error("Signing in needs HTTPS, or localhost.");
    }
    const { authorization_endpoint: endpoint } = await this.#discover();
    const verifier = randomText();
    const state = randomText();
    const redirectUri = `${location.origin}/`;
    this.#storage.setItem(SIGN_IN, JSON.stringify({ state, verifier, redirectUri, hash: location.hash }));
    location.assign(
      withQuery(endpoint, {
        response_type: "code",
        client_id: this.#config.clientId,
        redirect_uri: redirectUri,
        scope: this.#config.scopes.join(" "),
        state,
        code_challenge: await challengeOf(verifier),
        code_challenge_method: "S256",
      }),
    );
  }

  /** Forgets the session, and ends the issuer's too where it offers that. */
  async signOut() {
    const { idToken } = this.#tokens ?? {};
    this.#forget();
    const { end_session_endpoint: endpoint } = await this.#discover().catch(() => ({}));
    location.assign(
      endpoint
        ? withQuery(endpoint, {
            client_id: this.#config.clientId,
            post_logout_redirect_uri: `${location.origin}/`,
            ...(idToken && { id_token_hint: idToken }),
          })
        : "/",
    );
  }

  /** @returns {Promise<string>} an access token that is still good, a fresh one if need be */
  async token() {
    if (this.#tokens && this.#tokens.expiresAt - MARGIN_MS < Date.now()) {
      await this.#renew();
    }
    if (!this.#tokens) {
      throw new SignedOut();
    }
    return this.#tokens.accessToken;
  }

  /** The server refused this token, so it is not used again. */
  reject(token) {
    if (this.#tokens?.accessToken === token) {
      this.#tokens.expiresAt = 0;
      if (!this.#tokens.refreshToken) {
        this.#expire();
      }
    }
  }

  async #renew() {
    const { refreshToken } = this.#tokens;
    if (!refreshToken) {
      this.#expire();
      return;
    }
    this.#refreshing ??= this.#ask({ grant_type: "refresh_token", refresh_token: refreshToken }).finally(() => {
      this.#refreshing = null;
    });
    await this.#refreshing.catch((error) => {
      if (error instanceof Refused) {
        this.#expire();
      } else {
        throw error;
      }
    });
  }

  async #ask(parameters) {
    const { token_endpoint: endpoint } = await this.#discover();
    const response = await fetch(endpoint, {
      method: "POST",
      body: new URLSearchParams({ client_id: this.#config.clientId, ...parameters }),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Refused(answer.error_description ?? answer.error ?? "The issuer refused.");
    }
    this.#tokens = {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? this.#tokens?.refreshToken,
      idToken: answer.id_token ?? this.#tokens?.idToken,
      expiresAt: Date.now() + 1000 * (answer.expires_in ?? 300),
    };
    this.#storage.setItem(SESSION, JSON.stringify(this.#tokens));
  }

  #expire() {
    this.#forget();
    this.dispatchEvent(new Event("expired"));
  }

  #forget() {
    this.#tokens = null;
    this.#storage.removeItem(SESSION);
  }

  #discover() {
    this.#discovery ??= fetch(`${this.#config.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`)
      .then((response) => response.json())
      .catch((error) => {
        this.#discovery = null;
        throw new Error("The sign-in service can't be reached.", { cause: error });
      });
    return this.#discovery;
  }
}

class Refused extends Error {}

function withQuery(endpoint, parameters) {
  const url = new URL(endpoint);
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

function randomText() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier) {
  return base64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
