package dev.almanac.api.filter.select;

import static org.jooq.impl.DSL.cardinality;

import dev.almanac.api.filter.OptionalField;
import dev.almanac.api.read.Tables.Tasks;
import org.jooq.Condition;

/** Whether a task has a value at all. */
final class Presence {
    private Presence() {}

    static Condition isNull(OptionalField field) {
        return switch (field) {
            case TAG -> cardinality(Tasks.TAG_KEYS).eq(0);
            case DUE -> Tasks.DUE_AT.isNull();
            case START -> Tasks.START_AT.isNull();
            case COMPLETED -> Tasks.COMPLETED_AT.isNull();
            case ASSIGNEE -> Tasks.ASSIGNEE.isNull();
            case PARENT -> Tasks.PARENT_ID.isNull();
            case NOTES -> Tasks.NOTES.isNull();
        };
    }
}
