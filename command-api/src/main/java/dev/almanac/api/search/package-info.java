/** Finding tasks by their words: from what was typed to what it may mean, to the rows, to where in them the words stand. */
@NullMarked
package dev.almanac.api.search;

import org.jspecify.annotations.NullMarked;
