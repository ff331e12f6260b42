import { Api } from "../api/api.js";
import { Problem } from "../api/problems.js";
import { Session } from "../api/session.js";
import { Backoff } from "./backoff.js";
import { addDays, dayOf } from "./dates.js";
import { previewDates } from "./recurrence.js";
import { hashOf, parseRoute } from "./route.js";
import { Transfer } from "./transfer.js";
import { countsOf, listView, todayView, trashView, upcomingView } from "./views.js";
import { WorkspaceStore } from "./workspace-store.js";

const LAST_WORKSPACE = "almanac.workspace";
const TICK_MS = 30_000;
const MOST_TRIES = 10;

/**
 * What the page is at the moment: who is signed in, which workspace is open, where in it the user is. Components read
 * it and show it anew with each `change`. Also says `toast` with `{text, undo}` and `dialog` with `{name, …}`.
 */
export class App extends EventTarget {
  /** @type {"starting" | "welcome" | "ready" | "failed"} */
  phase = "starting";
  failure = "";
  expired = false;
  /** @type {{user: {id: string, name: string}, personalWorkspaceId: string, workspaces: object[]} | null} */
  me = null;
  /** @type {WorkspaceStore | null} */
  store = null;
  route = parseRoute(location.hash);
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  locale = navigator.language;
  session = null;
  /** What was looked for last in the open workspace. @type {import("./search.js").Search | null} */
  search = null;
  #api = null;
  /** The workspaces made here, with the seq from which on they can be read. */
  #made = new Map();

  async start() {
    try {
      const config = await fetch("/app-config.json").then((response) => response.json());
      this.session = new Session(config);
      this.#api = new Api(this.session);
      this.session.addEventListener("expired", () => this.#set({ expired: true }));
      await this.session.resume();
      if (!this.session.signedIn) {
        this.#set({ phase: "welcome" });
        return;
      }
      await this.#meet();
      this.#set({ phase: "ready", route: parseRoute(location.hash) });
      this.#openWorkspace();
      addEventListener("hashchange", () => this.#followAddress());
      setInterval(() => this.#set({}), TICK_MS);
    } catch (error) {
      this.#set(this.expired ? { phase: "welcome", expired: false } : { phase: "failed", failure: error.message });
    }
  }

  /** Asks for the user again where the server wants that: at first use their workspace may still be in the making. */
  async #meet() {
    const backoff = new Backoff();
    for (let tries = 1; ; tries++) {
      try {
        await this.refreshMe();
        return;
      } catch (error) {
        if (!error.retryAfter || tries === MOST_TRIES) {
          throw error;
        }
        await backoff.wait(error.retryAfter);
      }
    }
  }

  async signIn() {
    try {
      await this.session.signIn();
    } catch (error) {
      this.toast(error.message);
    }
  }

  /** Ends the session, and forgets what this tab still holds of it: changes not yet sent, too. */
  signOut() {
    this.store?.stop();
    sessionStorage.clear();
    localStorage.removeItem(LAST_WORKSPACE);
    return this.session.signOut();
  }

  /** Asks anew which workspaces there are. */
  async refreshMe() {
    const { body } = await this.#api.get("/me");
    this.#set({ me: { ...body, user: { ...body.user, name: body.user.name ?? "You" } } });
  }

  /** Makes a workspace and goes there. */
  async createWorkspace(name, key) {
    const headers = { "Idempotency-Key": key };
    const { body, seq } = await this.#api.send("POST", "/workspaces", { body: { name }, headers });
    const workspaces = [...this.me.workspaces, { id: body.id, name, role: "owner", personal: false }];
    this.#made.set(body.id, seq);
    this.#set({ me: { ...this.me, workspaces } });
    this.go({ workspaceId: body.id, view: undefined, taskId: undefined });
  }

  /**
   * What was done in the workspace, or with one task of it, the latest first.
   *
   * @param {{task?: object, cursor?: string}} of
   * @returns {Promise<{items: object[], next: string | null}>} a page
   */
  async activity({ task, cursor }) {
    const query = new URLSearchParams({ limit: "30", ...(cursor && { cursor }) });
    const path = `${this.store.path}${task ? `/tasks/${task.id}` : ""}/activity?${query}`;
    const headers = { "Sync-Token": String(task?.seq ?? this.store.seq) };
    const { body } = await this.#api.get(path, { headers });
    return body;
  }

  /**
   * The tasks of the workspace that hold some words, and that a filter means.
   *
   * @param {{words: string, filter: string, signal: AbortSignal}} of
   * @returns {Promise<{items: object[], found?: object[], next: string | null}>} the first page
   */
  async find({ words, filter, signal }) {
    const query = new URLSearchParams({
      ...(/[\p{L}\p{N}]/u.test(words) && { q: words }),
      ...(filter.trim() && { filter }),
      limit: "100",
    });
    const headers = { "Sync-Token": String(this.store.seq) };
    const { body } = await this.#api.get(`${this.store.path}/tasks?${query}`, { headers, signal });
    return body;
  }

  /** Takes back what an entry of the activity tells of; the server refuses where later changes stand in the way. */
  async undo({ eventId }) {
    await this.store.request("POST", "/undo", { eventId });
  }

  get now() {
    return new Date();
  }

  get inboxId() {
    return this.store?.workspace?.inboxId;
  }

  /** What is shown in the main pane; the inbox where the list of the address is gone. */
  get view() {
    const { view } = this.route;
    const known =
      ["today", "upcoming", "trash", "search", "activity"].includes(view) ||
      this.store?.things.get("list", view) ||
      this.savedFilter;
    return known || (view && !this.store?.loaded) ? view : this.inboxId;
  }

  /** @returns {object | undefined} the saved filter whose tasks are shown in the main pane */
  get savedFilter() {
    return this.store?.things.get("filter", this.route.view);
  }

  /** @returns {import("./views.js").Section[]} */
  get sections() {
    const tasks = this.store.things.of("task");
    switch (this.view) {
      case "today":
        return todayView(tasks, this.now, this.zone);
      case "upcoming":
        return upcomingView(tasks, this.now, this.zone);
      case "trash":
        return trashView(tasks);
      default:
        return listView(tasks, this.view);
    }
  }

  /** What a task has from the start that is added to what is shown. */
  get fieldsForEntry() {
    const today = dayOf(this.now, this.zone);
    const days = { today, upcoming: addDays(today, 1) };
    return this.view in days ? { due: { date: days[this.view] } } : {};
  }

  get counts() {
    return countsOf(this.store.things.of("task"), this.now, this.zone);
  }

  /** @returns {object | undefined} the task in the detail pane */
  get task() {
    return this.store?.things.get("task", this.route.taskId);
  }

  /** @returns {"viewer" | "editor" | "owner"} what the user may do here */
  get role() {
    return this.store?.things.get("member", this.me.user.id)?.role ?? "owner";
  }

  get mayEdit() {
    return this.role !== "viewer";
  }

  nameOf(userId) {
    if (userId === this.me.user.id) {
      return this.me.user.name;
    }
    return this.store.things.get("member", userId)?.displayName ?? "Someone";
  }

  /** @param {import("./route.js").Route} change what is different there from here */
  go(change) {
    location.hash = hashOf({ ...this.route, workspaceId: this.store.id, view: this.view, ...change });
  }

  href(change) {
    return hashOf({ workspaceId: this.store.id, ...change });
  }

  /** The dates that a recurrence rule would give a task that is due then, but for those left out. */
  previewDates(rule, due, limit, exceptDates) {
    return previewDates(this.#api, rule, due, this.zone, limit, exceptDates);
  }

  /**
   * What the server understands of a line, with which a task is to be made.
   *
   * @returns {Promise<{task: object, interpretation: {part: string, text: string, start: number, end: number}[]}>}
   */
  async understand(text, { fields, listId, signal }) {
    const body = { text, timeZone: this.zone, task: { listId, ...fields } };
    return (await this.#api.send("POST", `${this.store.path}/quick-add?dryRun=true`, { body, signal })).body;
  }

  /** The open workspace as files, out and in. */
  get transfer() {
    return new Transfer(this.#api, this.store);
  }

  /** @param {() => void} [undo] takes back what the toast tells */
  toast(text, undo) {
    this.dispatchEvent(new CustomEvent("toast", { detail: { text, undo } }));
  }

  /** @param {{name: string}} detail which dialog, and what it is about */
  ask(detail) {
    this.dispatchEvent(new CustomEvent("dialog", { detail }));
  }

  #followAddress() {
    this.#set({ route: parseRoute(location.hash) });
    this.#openWorkspace();
  }

  #openWorkspace() {
    const { workspaces, personalWorkspaceId } = this.me;
    const wanted = [this.route.workspaceId, localStorage.getItem(LAST_WORKSPACE)].find((id) =>
      workspaces.some((workspace) => workspace.id === id),
    );
    const id = wanted ?? personalWorkspaceId;
    if (this.store?.id === id) {
      return;
    }
    this.store?.stop();
    this.search?.stop();
    this.search = null;
    localStorage.setItem(LAST_WORKSPACE, id);
    this.store = new WorkspaceStore({ api: this.#api, id, userId: this.me.user.id });
    this.store.addEventListener("change", () => this.#set({}));
    this.store.addEventListener("refused", ({ detail }) => this.toast(refusalText(detail)));
    this.store.addEventListener("clashed", ({ detail }) => this.ask({ name: "clash", ...detail }));
    this.store.addEventListener("gone", () => this.#leaveWorkspace());
    this.store.start(this.#made.get(id));
    this.#set({});
  }

  async #leaveWorkspace() {
    this.toast("You are no longer a member of this workspace.");
    localStorage.removeItem(LAST_WORKSPACE);
    await this.refreshMe();
    this.go({ workspaceId: this.me.personalWorkspaceId, view: undefined, taskId: undefined });
  }

  #set(fields) {
    Object.assign(this, fields);
    this.dispatchEvent(new Event("change"));
  }
}

function refusalText({ reason }) {
  return reason instanceof Problem ? `That didn't work: ${reason.message}` : "Almanac couldn't save your last change.";
}
