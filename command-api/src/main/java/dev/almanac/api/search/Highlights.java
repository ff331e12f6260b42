package dev.almanac.api.search;

import dev.almanac.api.read.Tables.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells where in a task what was sought stands. */
public final class Highlights {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** In characters before the first mark, and at most altogether. */
    private static final int BEFORE = 40;

    private static final int EXCERPT = 160;

    private final Sought sought;

    public Highlights(Sought sought) {
        this.sought = sought;
    }

    private record Mark(int start, int end) {}

    /** As the contract's {@code Found}. */
    public String of(Record row) {
        var found = JSON.createObjectNode();
        found.put("taskId", row.get("id").toString());
        var title = marks(row.get(Tasks.TITLE));
        if (!title.isEmpty()) {
            write(found.putArray("title"), title, 0);
        }
        var tags = List.of(row.get(Tasks.TAGS)).stream()
                .filter(tag -> !marks(tag).isEmpty())
                .toList();
        if (!tags.isEmpty()) {
            tags.forEach(found.putArray("tags")::add);
        }
        excerpt(row.get(Tasks.NOTES)).ifPresent(notes -> found.set("notes", notes));
        excerpt(row.get(SearchSelect.FoundComment.TEXT)).ifPresent(comment -> {
            comment.put("id", row.get(SearchSelect.FoundComment.ID).toString());
            found.set("comment", comment);
        });
        return JSON.writeValueAsString(found);
    }

    private List<Mark> marks(String text) {
        var marks = new ArrayList<Mark>();
        var words = Words.WORD.matcher(text);
        while (words.find()) {
            if (sought.has(Words.folded(words.group()))) {
                marks.add(new Mark(words.start(), words.end()));
            }
        }
        return marks;
    }

    /** Around the first mark; empty where there is none. */
    private Optional<ObjectNode> excerpt(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var marks = marks(text);
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        var begin = boundary(text, Math.max(0, marks.getFirst().start() - BEFORE));
        var end = boundary(
                text,
                Math.min(
                        text.length(),
                        Math.max(begin + EXCERPT, marks.getFirst().end())));
        var excerpt = JSON.createObjectNode();
        excerpt.put("text", text.substring(begin, end));
        write(
                excerpt.putArray("marks"),
                marks.stream().filter(mark -> mark.end() <= end).toList(),
                begin);
        return Optional.of(excerpt);
    }

    /** Not between the halves of a character. */
    private static int boundary(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static void write(ArrayNode array, List<Mark> marks, int begin) {
        marks.forEach(
                mark -> array.addObject().put("start", mark.start() - begin).put("end", mark.end() - begin));
    }
}
