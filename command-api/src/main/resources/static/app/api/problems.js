/** The server refused: an RFC 9457 problem. Trying the same again gives the same. */
export class Problem extends Error {
  /**
   * @param {number} status HTTP status
   * @param {{type?: string, title?: string, detail?: string, errors?: {pointer: string, detail: string}[]}} body
   */
  constructor(status, body) {
    super(body.errors?.[0]?.detail ?? body.detail ?? body.title ?? `The server answered ${status}.`);
    this.name = "Problem";
    this.status = status;
    this.body = body;
  }

  /** The last part of the problem's type: `version-mismatch`. */
  get slug() {
    return this.body.type?.split("/").pop() ?? "";
  }
}

/** Nothing is known about the outcome, so the same request, with the same idempotency key, is to be sent again. */
export class Unsettled extends Error {
  /**
   * @param {string} message
   * @param {{answered?: boolean, retryAfter?: number, cause?: unknown}} details whether the server answered at all, and
   *     after how many milliseconds it wants to be asked again
   */
  constructor(message, { answered = false, retryAfter, cause } = {}) {
    super(message, { cause });
    this.name = "Unsettled";
    this.answered = answered;
    this.retryAfter = retryAfter;
  }
}

/** The session is over: nothing can be asked before the user has signed in again. */
export class SignedOut extends Unsettled {
  constructor() {
    super("Your session has ended.");
    this.name = "SignedOut";
  }
}
