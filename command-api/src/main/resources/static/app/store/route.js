/**
 * Where the user is, as the address tells it: `#/<workspace>/<view>[/<task>]`, where the view is `today`, `upcoming`,
 * `trash`, `search`, `activity`, or the id of a list or of a saved filter. Without a workspace it is the one shown last, without a view its inbox.
 *
 * @typedef {{workspaceId?: string, view?: string, taskId?: string}} Route
 */

/** @returns {Route} */
export function parseRoute(hash) {
  const [workspaceId, view, taskId] = hash.replace(/^#\//, "").split("/");
  return { workspaceId: workspaceId || undefined, view: view || undefined, taskId: taskId || undefined };
}

/** @param {Route} route */
export function hashOf({ workspaceId, view, taskId }) {
  return `#/${[workspaceId, view, taskId].filter(Boolean).join("/")}`;
}
