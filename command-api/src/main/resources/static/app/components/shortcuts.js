/** What a single key does, unless the user is typing. `page` is the `<almanac-app>`. */
export const shortcuts = [
  { keys: ["q", "n"], label: "Add a task", run: (page) => page.taskView.focusEntry() },
  { keys: ["j", "ArrowDown"], label: "Next task", run: (page) => page.taskView.moveFocus(1) },
  { keys: ["k", "ArrowUp"], label: "Previous task", run: (page) => page.taskView.moveFocus(-1) },
  { keys: ["x", " "], label: "Complete, or open again", run: onTask((page, task) => page.taskView.toggle(task)) },
  { keys: ["e", "Enter"], label: "Edit", run: onTask((page, task) => page.app.go({ taskId: task.id })) },
  { keys: ["Delete", "#"], label: "Move to the trash", run: onTask((page, task) => page.taskView.trash(task)) },
  { keys: ["Alt+ArrowDown"], label: "Move down", run: onTask((page, task) => page.taskView.shift(task, 1)) },
  { keys: ["Alt+ArrowUp"], label: "Move up", run: onTask((page, task) => page.taskView.shift(task, -1)) },
  { keys: ["d"], label: "Set the date", run: onTask((page, task) => page.openDate(task)) },
  { keys: ["1"], label: "Urgent", run: priority("urgent") },
  { keys: ["2"], label: "High priority", run: priority("high") },
  { keys: ["3"], label: "Medium priority", run: priority("medium") },
  { keys: ["4"], label: "Low priority", run: priority("low") },
  { keys: ["0"], label: "No priority", run: priority("none") },
  { keys: ["z"], label: "Undo what the message says", run: (page) => page.toasts.undo() },
  { keys: ["i"], label: "Go to the inbox", run: (page) => page.app.go({ view: page.app.inboxId, taskId: undefined }) },
  { keys: ["t"], label: "Go to today", run: (page) => page.app.go({ view: "today", taskId: undefined }) },
  { keys: ["/"], label: "Search", run: (page) => goSearch(page) },
  { keys: ["u"], label: "Go to upcoming", run: (page) => page.app.go({ view: "upcoming", taskId: undefined }) },
  { keys: ["Escape"], label: "Close the task", run: (page) => page.taskDetail?.close() },
  { keys: ["?"], label: "Show these shortcuts", run: (page) => page.app.ask({ name: "shortcuts" }) },
];

function goSearch(page) {
  if (page.app.view === "search") {
    page.taskView.focusEntry();
  } else {
    page.app.go({ view: "search", taskId: undefined });
  }
}

const NAMES = { " ": "Space", ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc", Delete: "Del" };

/** How a key is written. */
export function keyName(key) {
  return key.replace(/[^+]+$/, (last) => NAMES[last] ?? last);
}

export function listenForShortcuts(page) {
  document.addEventListener("keydown", (event) => {
    if (page.app.phase !== "ready" || page.dialog || event.ctrlKey || event.metaKey) {
      return;
    }
    const [target] = event.composedPath();
    const key = event.altKey ? `Alt+${event.key}` : event.key;
    const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
    if (!shortcut || event.defaultPrevented || takesKey(target, event.key)) {
      return;
    }
    if (shortcut.run(page) !== false) {
      event.preventDefault();
    }
  });
}

/** Whether the element wants the key for itself. */
function takesKey(element, key) {
  if (element.matches?.("textarea, select, input:not([type=checkbox]), [role^=menuitem]")) {
    return true;
  }
  const activates = key === "Enter" || key === " ";
  return activates && element.matches?.("button, a, summary, input") && !element.matches(".row-title");
}

function onTask(action) {
  return (page) => {
    const task = page.taskView.currentTask ?? page.app.task;
    return task && page.app.view !== "trash" ? action(page, task) : false;
  };
}

function priority(value) {
  return onTask((page, task) => page.app.mayEdit && page.app.actions.editTask(task, { priority: value }));
}
