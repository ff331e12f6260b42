import { Unsettled } from "../api/problems.js";

const TYPES = { json: "application/json", csv: "text/csv", ics: "text/calendar" };

/** For how long the browser is left to take what it was given. */
const DOWNLOAD_MS = 60_000;

/** A workspace as files, out and in. */
export class Transfer {
  #api;
  #store;

  /** @param {import("./workspace-store.js").WorkspaceStore} store of the workspace */
  constructor(api, store) {
    this.#api = api;
    this.#store = store;
  }

  /**
   * Has the browser save the workspace, with all that is shown of it.
   *
   * @param {"json" | "csv" | "ics"} format
   * @param {string} name of the file, without what tells its type
   */
  async save(format, name) {
    const seq = await this.#store.settled();
    const response = await this.#api.open(`${this.#store.path}/export?format=${format}`, {
      headers: { Accept: TYPES[format], "Sync-Token": String(seq) },
    });
    const content = await response.blob().catch(() => {
      throw new Unsettled("The export broke off.");
    });
    const url = URL.createObjectURL(content);
    const link = document.createElement("a");
    link.href = url;
    link.download = `${name}.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
  }

  /** Whether a file can be one to take in, by its name. */
  static knows(file) {
    return typeOf(file) !== undefined;
  }

  /**
   * Has the server check a file; nothing is changed.
   *
   * @returns {Promise<{format: string, lists: number, tasks: number, comments: number}>} what it holds
   * @throws {import("../api/problems.js").Problem} which tells what is wrong with it, and where
   */
  async check(file, signal) {
    for await (const line of this.#send(file, "?dryRun=true", signal)) {
      return line;
    }
    throw brokenOff();
  }

  /**
   * Takes a file in, and yields how far that is; the last is `done` or `stopped`.
   *
   * @returns {AsyncGenerator<{state: "applying" | "done" | "stopped"}>}
   */
  async *take(file, signal) {
    let state;
    for await (const line of this.#send(file, "", signal)) {
      state = line.state;
      yield line;
    }
    if (state !== "done" && state !== "stopped") {
      throw brokenOff();
    }
  }

  async *#send(file, query, signal) {
    const response = await this.#api.open(`${this.#store.path}/import${query}`, {
      method: "POST",
      headers: { Accept: "application/x-ndjson", "Content-Type": typeOf(file) },
      body: file,
      signal,
    });
    yield* readLines(response.body);
  }
}

/** Where in a file a problem's pointer points, in the words of people who look at it; empty where it is the whole. */
export function placeOf(pointer) {
  const [, section, number, ...fields] = pointer.split("/");
  if (!section) {
    return "";
  }
  const thing = { rows: "Row", components: "Entry", tasks: "Task", lists: "List", comments: "Comment" }[section] ?? section;
  // JSON is counted from 0, as pointers do; tables and calendars as people do.
  const shown = number === undefined ? "" : ` ${section in { rows: 0, components: 0 } ? number : Number(number) + 1}`;
  return [`${thing}${shown}`, ...fields].join(", ");
}

function typeOf({ name }) {
  return TYPES[name.split(".").pop().toLowerCase()];
}

function brokenOff() {
  return new Unsettled("The connection broke off. What is here stays, and the same file goes on from there.");
}

async function* readLines(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw brokenOff();
      });
      if (done) {
        return;
      }
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines) {
        yield JSON.parse(line);
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
