/** Histories of workspaces to project. */
@NullMarked
package dev.almanac.projection.history;

import org.jspecify.annotations.NullMarked;
