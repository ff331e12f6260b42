package dev.almanac.api.read;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;

/** The tables and columns that are read. The projection writer owns them; its migrations say what they mean. */
public final class Tables {
    private static final String SCHEMA = "almanac";

    private Tables() {}

    /** Workspaces. */
    public static final class Workspaces {
        public static final Table<Record> TABLE = table(name(SCHEMA, "workspace"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<String> NAME = column(TABLE, "name", String.class);
        public static final Field<JSON> STATE = column(TABLE, "state", JSON.class);

        private Workspaces() {}
    }

    /** Who may use which workspace. */
    public static final class Members {
        public static final Table<Record> TABLE = table(name(SCHEMA, "member"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<UUID> USER_ID = column(TABLE, "user_id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<String> ROLE = column(TABLE, "role", String.class);
        public static final Field<JSON> STATE = column(TABLE, "state", JSON.class);

        private Members() {}
    }

    /** Lists of tasks. */
    public static final class Lists {
        public static final Table<Record> TABLE = table(name(SCHEMA, "list"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<UUID> ID = column(TABLE, "id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<Long> VERSION = column(TABLE, "version", Long.class);
        public static final Field<String> NAME = column(TABLE, "name", String.class);
        public static final Field<String> POSITION = column(TABLE, "position", String.class);
        public static final Field<JSON> STATE = column(TABLE, "state", JSON.class);

        private Lists() {}
    }

    /** Tasks, those in the trash too. */
    public static final class Tasks {
        public static final Table<Record> TABLE = table(name(SCHEMA, "task"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<UUID> ID = column(TABLE, "id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<UUID> LIST_ID = column(TABLE, "list_id", UUID.class);
        public static final Field<UUID> PARENT_ID = column(TABLE, "parent_id", UUID.class);
        public static final Field<String> POSITION = column(TABLE, "position", String.class);
        public static final Field<String> TITLE = column(TABLE, "title", String.class);
        public static final Field<String> NOTES = column(TABLE, "notes", String.class);
        public static final Field<String> STATUS = column(TABLE, "status", String.class);
        public static final Field<Short> PRIORITY = column(TABLE, "priority", Short.class);
        public static final Field<String[]> TAGS = column(TABLE, "tags", String[].class);
        public static final Field<String[]> TAG_KEYS = column(TABLE, "tag_keys", String[].class);
        public static final Field<UUID> ASSIGNEE = column(TABLE, "assignee", UUID.class);
        public static final Field<LocalDate> START_DATE = column(TABLE, "start_date", LocalDate.class);
        public static final Field<LocalTime> START_TIME = column(TABLE, "start_time", LocalTime.class);
        public static final Field<OffsetDateTime> START_AT = column(TABLE, "start_at", OffsetDateTime.class);
        public static final Field<LocalDate> DUE_DATE = column(TABLE, "due_date", LocalDate.class);
        public static final Field<LocalTime> DUE_TIME = column(TABLE, "due_time", LocalTime.class);
        public static final Field<OffsetDateTime> DUE_AT = column(TABLE, "due_at", OffsetDateTime.class);
        public static final Field<OffsetDateTime> OVERDUE_AT = column(TABLE, "overdue_at", OffsetDateTime.class);
        public static final Field<Boolean> RECURRING = column(TABLE, "recurring", Boolean.class);
        public static final Field<OffsetDateTime> CREATED_AT = column(TABLE, "created_at", OffsetDateTime.class);
        public static final Field<OffsetDateTime> UPDATED_AT = column(TABLE, "updated_at", OffsetDateTime.class);
        public static final Field<OffsetDateTime> COMPLETED_AT = column(TABLE, "completed_at", OffsetDateTime.class);
        public static final Field<OffsetDateTime> DELETED_AT = column(TABLE, "deleted_at", OffsetDateTime.class);
        /** A {@code tsvector}, to be matched only. */
        public static final Field<Object> SEARCH = column(TABLE, "search", Object.class);

        public static final Field<JSON> STATE = column(TABLE, "state", JSON.class);
        /** What stands in an order for a time that a task doesn't have. */
        public static final Field<OffsetDateTime> NEVER = field("'infinity'::timestamptz", OffsetDateTime.class);

        private Tasks() {}
    }

    /** Comments on tasks. */
    public static final class Comments {
        public static final Table<Record> TABLE = table(name(SCHEMA, "comment"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<UUID> ID = column(TABLE, "id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<UUID> TASK_ID = column(TABLE, "task_id", UUID.class);
        public static final Field<OffsetDateTime> CREATED_AT = column(TABLE, "created_at", OffsetDateTime.class);
        public static final Field<String> TEXT = column(TABLE, "text", String.class);
        /** A {@code tsvector}, to be matched only. */
        public static final Field<Object> SEARCH = column(TABLE, "search", Object.class);

        public static final Field<JSON> STATE = column(TABLE, "state", JSON.class);

        private Comments() {}
    }

    /** What members saved to look for. */
    public static final class Filters {
        public static final Table<Record> TABLE = table(name(SCHEMA, "filter"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<UUID> ID = column(TABLE, "id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<Long> VERSION = column(TABLE, "version", Long.class);
        public static final Field<UUID> OWNER = column(TABLE, "owner", UUID.class);
        public static final Field<String> NAME = column(TABLE, "name", String.class);
        public static final Field<JSON> STATE = column(TABLE, "state", JSON.class);

        private Filters() {}
    }

    /** The words that a workspace's tasks and comments hold, without accents and in lower case. */
    public static final class KnownWords {
        public static final Table<Record> TABLE = table(name(SCHEMA, "word"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<String> WORD = column(TABLE, "word", String.class);

        private KnownWords() {}
    }

    /** Things that are gone. */
    public static final class Removed {
        public static final Table<Record> TABLE = table(name(SCHEMA, "removed"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<String> KIND = column(TABLE, "kind", String.class);
        public static final Field<UUID> ID = column(TABLE, "id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);

        private Removed() {}
    }

    /** What was done. */
    public static final class AuditEntries {
        public static final Table<Record> TABLE = table(name(SCHEMA, "audit_entry"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<UUID> COMMAND_ID = column(TABLE, "command_id", UUID.class);
        public static final Field<Integer> OPERATION = column(TABLE, "operation", Integer.class);
        public static final Field<OffsetDateTime> AT = column(TABLE, "at", OffsetDateTime.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<UUID> USER_ID = column(TABLE, "user_id", UUID.class);
        public static final Field<String> ACTION = column(TABLE, "action", String.class);
        public static final Field<String> OUTCOME = column(TABLE, "outcome", String.class);
        public static final Field<UUID> TASK_ID = column(TABLE, "task_id", UUID.class);
        public static final Field<UUID> EVENT_ID = column(TABLE, "event_id", UUID.class);
        public static final Field<byte[]> ENTRY = column(TABLE, "entry", byte[].class);

        private AuditEntries() {}
    }

    /** How often what was done. */
    public static final class AuditCounts {
        public static final Table<Record> TABLE = table(name(SCHEMA, "audit_count"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<LocalDate> DAY = column(TABLE, "day", LocalDate.class);
        public static final Field<UUID> USER_ID = column(TABLE, "user_id", UUID.class);
        public static final Field<String> ACTION = column(TABLE, "action", String.class);
        public static final Field<Long> COUNT = column(TABLE, "count", Long.class);
        public static final Field<Long> REJECTED = column(TABLE, "rejected", Long.class);

        private AuditCounts() {}
    }

    /** How far what was done is projected of each workspace. */
    public static final class AuditProgresses {
        public static final Table<Record> TABLE = table(name(SCHEMA, "audit_progress"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);

        private AuditProgresses() {}
    }

    /** How far each workspace is projected. */
    public static final class Progresses {
        public static final Table<Record> TABLE = table(name(SCHEMA, "progress"));
        public static final Field<UUID> WORKSPACE_ID = column(TABLE, "workspace_id", UUID.class);
        public static final Field<Long> SEQ = column(TABLE, "seq", Long.class);
        public static final Field<Long> AUDITED_SEQ = column(TABLE, "audited_seq", Long.class);
        public static final Field<String> HALTED_REASON = column(TABLE, "halted_reason", String.class);

        private Progresses() {}
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return field(name(table.getName(), name), type);
    }
}
