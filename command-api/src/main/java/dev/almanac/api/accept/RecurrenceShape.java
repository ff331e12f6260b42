package dev.almanac.api.accept;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.TaskDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a task is to repeat: {@code {"rule":"FREQ=MONTHLY;BYMONTHDAY=-1"}}, and where it isn't as usual {@code basis},
 * {@code creation} and {@code catchUp}, and the dates that it leaves out. Where it does not speak of these they stay; the
 * rule itself is read where it is followed.
 */
final class RecurrenceShape {
    private static final int LONGEST_RULE = 1_000;

    static final Shape<String> RULE = Shapes.line(LONGEST_RULE);
    static final Shape<RecurrenceRequest> RECURRENCE = Fields.OBJECT.then(RecurrenceShape::recurrence);

    private static final Shape<RecurrenceBasis> BASIS = Shapes.choice(RecurrenceBasis.class);
    private static final Shape<OccurrenceCreation> CREATION = Shapes.choice(OccurrenceCreation.class);
    private static final Shape<CatchUp> CATCH_UP = Shapes.choice(CatchUp.class);

    private RecurrenceShape() {}

    private static Optional<RecurrenceRequest> recurrence(Fields fields, Place place) {
        var recurrence = read(fields);
        fields.refuseOthers();
        return recurrence;
    }

    /** What is asked for; what else is in the object is for the caller to ask for. */
    static Optional<RecurrenceRequest> read(Fields fields) {
        var rule = fields.required("rule", RULE);
        var basis = fields.optional("basis", BASIS).orElse(RecurrenceBasis.DUE);
        var creation = fields.optional("creation", CREATION).orElse(OccurrenceCreation.ON_COMPLETION);
        var catchUp = fields.optional("catchUp", CATCH_UP).orElse(CatchUp.NONE);
        @Nullable
        List<TaskDate> leftOut = switch (fields.change("exceptDates", ExceptDatesShape.DATES)) {
            case Change.Set<List<TaskDate>>(var dates) -> dates;
            case Change.Clear<List<TaskDate>> _ -> List.of();
            case Change.Keep<List<TaskDate>> _ -> null;
        };
        return rule.map(text -> new RecurrenceRequest(text, basis, creation, catchUp, leftOut));
    }
}
