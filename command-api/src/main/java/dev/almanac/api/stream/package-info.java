/**
 * The live stream: from {@code task-updates} into one chain of updates per workspace, which all of the workspace's streams
 * share, and from there to each client at its own pace.
 */
@NullMarked
package dev.almanac.api.stream;

import org.jspecify.annotations.NullMarked;
