/** All of a workspace, as it was at one moment, to take along: from the read model through a format to the client. */
@NullMarked
package dev.almanac.api.export;

import org.jspecify.annotations.NullMarked;
