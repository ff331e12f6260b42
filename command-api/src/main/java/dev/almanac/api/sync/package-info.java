/** Following a workspace: how far the read model is, what changed since a seq, and waiting until it has come so far. */
@NullMarked
package dev.almanac.api.sync;

import org.jspecify.annotations.NullMarked;
