/** Every client in step: by stream and by changes, whatever is slow, late, or gone. */
@NullMarked
package dev.almanac.endtoend.sync;

import org.jspecify.annotations.NullMarked;
