package dev.almanac.topology.decide;

import dev.almanac.schemas.command.ImportThing;
import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.comment.CommentImport;
import dev.almanac.topology.decide.list.ListImport;
import dev.almanac.topology.decide.task.TaskImport;
import java.util.Optional;
import java.util.UUID;

/** What an import asks for: a list, a task or a comment. */
final class Importing {
    private Importing() {}

    /** Empty where it is none of these, or several. */
    static Optional<Request> request(ImportThing asked) {
        EntityState thing = asked.getThing();
        if (count(thing) != 1) {
            return Optional.empty();
        }
        return thing.getList()
                .map(list -> Request.importing(
                        "list", EntityKind.LIST, list.getId(), Optional.empty(), a -> ListImport.decide(a, list)))
                .or(() -> thing.getTask().map(Importing::task))
                .or(() -> thing.getComment().map(Importing::comment));
    }

    private static Request task(Task task) {
        UUID id = task.getId();
        return Request.importing("task", EntityKind.TASK, id, Optional.of(id), a -> TaskImport.decide(a, task));
    }

    private static Request comment(Comment comment) {
        return Request.importing(
                "comment",
                EntityKind.COMMENT,
                comment.getId(),
                Optional.of(comment.getTaskId()),
                a -> CommentImport.decide(a, comment));
    }

    private static long count(EntityState thing) {
        return thing.getSchema().getFields().stream()
                .filter(field -> thing.get(field.pos()) != null)
                .count();
    }
}
