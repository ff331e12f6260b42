/** What reading and writing iCalendar (RFC 5545) have in common. */
@NullMarked
package dev.almanac.api.ical;

import org.jspecify.annotations.NullMarked;
