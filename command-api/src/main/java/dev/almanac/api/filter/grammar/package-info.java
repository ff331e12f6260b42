/** The grammar of filters, and what ANTLR makes of it. */
@NullMarked
package dev.almanac.api.filter.grammar;

import org.jspecify.annotations.NullMarked;
