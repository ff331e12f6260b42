import { html, nothing, repeat } from "../lit.js";
import { same } from "../store/merge.js";
import { progressByParent } from "../store/views.js";
import "./task-item.js";

/**
 * The rows of the main pane, as trees.
 *
 * @param {import("../store/views.js").Node[]} nodes
 * @param {{context: object, notes: ReturnType<typeof notesOf>, currentId: string, openId: string, found?: Map}} rows
 *     `found` tells by a task's id where in it stands what was looked for
 */
export function taskRows(nodes, rows) {
  const { context, notes, currentId, openId } = rows;
  return html`<ul>
    ${repeat(
      nodes,
      ({ task }) => task.id,
      ({ task, children }) => html`<li>
        <task-item
          .task=${task}
          .context=${context}
          .list=${notes.list(task)}
          .assignee=${notes.assignee(task)}
          .comments=${notes.comments(task)}
          .subtasks=${notes.subtasks(task).all}
          .subtasksDone=${notes.subtasks(task).done}
          .current=${task.id === currentId}
          .open=${task.id === openId}
          .found=${rows.found?.get(task.id)}
        ></task-item>
        ${children.length > 0 ? taskRows(children, rows) : nothing}
      </li>`,
    )}
  </ul>`;
}

/**
 * What holds for all rows; by the minute, since no row says more about the time.
 *
 * @param {object} [last] the context before, which is given back while nothing has changed
 */
export function contextOf(app, last) {
  const context = {
    now: Math.floor(app.now / 60_000) * 60_000,
    workspace: app.store.id,
    view: app.view,
    zone: app.zone,
    locale: app.locale,
    trash: app.view === "trash",
    readonly: !app.mayEdit,
  };
  const { href, ...before } = last ?? {};
  return href && same(before, context)
    ? last
    : { ...context, href: (task) => app.href({ view: context.view, taskId: task.id }) };
}

/** What a row tells that is not in its task: its list where that is not plain, who is to do it, what hangs on it. */
export function notesOf(app) {
  const { things } = app.store;
  const inList = things.get("list", app.view) !== undefined;
  const comments = Map.groupBy(things.of("comment").values(), ({ taskId }) => taskId);
  const subtasks = progressByParent(things.of("task"));
  const listName = (id) => (id === app.inboxId ? "Inbox" : things.get("list", id)?.name);
  return {
    list: (task) => (inList ? "" : listName(task.listId)),
    assignee: (task) => (task.assignee ? app.nameOf(task.assignee) : ""),
    comments: (task) => comments.get(task.id)?.length ?? 0,
    subtasks: (task) => subtasks.get(task.id) ?? { done: 0, all: 0 },
  };
}
