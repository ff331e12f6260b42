/** Tasks as rows of a table: CSV (RFC 4180), out and in. */
@NullMarked
package dev.almanac.api.table;

import org.jspecify.annotations.NullMarked;
