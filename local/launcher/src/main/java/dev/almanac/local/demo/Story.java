package dev.almanac.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demo tells, as {@code story.json} has it.
 *
 * @param workspaces the first is the user's own
 */
record Story(List<Workspace> workspaces) {
    private static final String FILE = "story.json";

    Story {
        workspaces = List.copyOf(workspaces);
    }

    /**
     * A place for lists.
     *
     * @param name empty for the user's own, which has one
     * @param members beside the user
     * @param lists in order; one without a name is the inbox
     */
    record Workspace(Optional<String> name, List<Member> members, List<TaskList> lists) {
        Workspace(Optional<String> name, @Nullable List<Member> members, List<TaskList> lists) {
            this.name = name;
            this.members = orNone(members);
            this.lists = List.copyOf(lists);
        }
    }

    /** Somebody who shares a workspace; {@code name} is what they sign in by. */
    record Member(String name, String displayName, String role) {}

    record TaskList(Optional<String> name, Optional<String> color, List<Task> tasks) {
        TaskList {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * One task.
     *
     * @param start as {@link Day} reads it, and so is {@code due}
     * @param assignee by the name that they sign in by
     * @param repeat the rule by which it comes again
     * @param remind offsets from when it is due, at which it reminds
     * @param done whether it is completed
     */
    record Task(
            String title,
            Optional<String> notes,
            Optional<String> priority,
            List<String> tags,
            Optional<Day> start,
            Optional<Day> due,
            Optional<String> estimate,
            Optional<String> assignee,
            Optional<String> repeat,
            List<String> remind,
            List<Task> subtasks,
            List<Comment> comments,
            boolean done) {
        Task(
                String title,
                Optional<String> notes,
                Optional<String> priority,
                @Nullable List<String> tags,
                Optional<Day> start,
                Optional<Day> due,
                Optional<String> estimate,
                Optional<String> assignee,
                Optional<String> repeat,
                @Nullable List<String> remind,
                @Nullable List<Task> subtasks,
                @Nullable List<Comment> comments,
                boolean done) {
            this.title = title;
            this.notes = notes;
            this.priority = priority;
            this.tags = orNone(tags);
            this.start = start;
            this.due = due;
            this.estimate = estimate;
            this.assignee = assignee;
            this.repeat = repeat;
            this.remind = orNone(remind);
            this.subtasks = orNone(subtasks);
            this.comments = orNone(comments);
            this.done = done;
        }
    }

    /** Something said about a task; without {@code by}, by the user. */
    record Comment(Optional<String> by, String text) {}

    static Story read() {
        try (InputStream in = Story.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + Story.class.getName());
            }
            return JsonMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
