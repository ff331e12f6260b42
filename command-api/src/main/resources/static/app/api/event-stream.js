/**
 * Reads server-sent events from bytes as they come. EventSource can't send a token in a header, hence this.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {() => void} heard called whenever anything arrives, heartbeats included
 * @returns {AsyncGenerator<{id: string, event: string, data: string}>}
 */
export async function* readEvents(body, heard = () => {}) {
  const parser = new EventParser();
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  heard();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      heard();
      yield* parser.push(value);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The event stream format of the HTML standard, fed in pieces that may break anywhere. */
export class EventParser {
  #rest = "";
  #lastId = "";
  #event = "";
  #data = [];

  /** Takes the next piece and yields the events that it completes. */
  *push(piece) {
    const text = this.#rest + piece;
    // A CR at the very end may be the first half of a CRLF.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    for (const line of lines) {
      if (line !== "") {
        this.#field(line);
      } else if (this.#data.length > 0) {
        yield { id: this.#lastId, event: this.#event || "message", data: this.#data.join("\n") };
        this.#data = [];
        this.#event = "";
      } else {
        this.#event = "";
      }
    }
  }

  #field(line) {
    const colon = line.indexOf(":");
    if (colon === 0) {
      return;
    }
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    switch (name) {
      case "data":
        this.#data.push(value);
        break;
      case "event":
        this.#event = value;
        break;
      case "id":
        this.#lastId = value;
        break;
      default:
        break;
    }
  }
}
