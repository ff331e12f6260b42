/** A thing's place among its neighbours: by position as ASCII, ties by id. */
export function byPosition(a, b) {
  return compare(a.position, b.position) || compare(a.id, b.id);
}

export function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @returns {Map<string | undefined, object[]>} tasks by their parent's id, in order */
export function byParent(tasks) {
  const children = Map.groupBy(tasks, (task) => task.parentId);
  children.forEach((siblings) => siblings.sort(byPosition));
  return children;
}

/**
 * @param {Map<string, object>} tasks
 * @returns {object[]} the task and all its subtasks, parents first; each once
 */
export function subtreeOf(tasks, id) {
  const children = byParent(tasks.values());
  const found = new Set([tasks.get(id)].filter(Boolean));
  // A set's iteration goes on to what is added meanwhile.
  for (const task of found) {
    children.get(task.id)?.forEach((child) => found.add(child));
  }
  return [...found];
}
