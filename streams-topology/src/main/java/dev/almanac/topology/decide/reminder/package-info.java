/** What time has to do with a task: when it is overdue, and when its reminders are to trigger. */
@NullMarked
package dev.almanac.topology.decide.reminder;

import org.jspecify.annotations.NullMarked;
