package dev.almanac.topology.decide.filter;

import dev.almanac.schemas.command.EditFilter;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.FilterEdited;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Changes what a filter is called, means, or looks like. */
public final class FilterEdit {
    private static final Set<String> CLEARABLE = Set.of(FilterFields.SORT, FilterFields.COLOR);
    private static final Map<String, Function<SavedFilter, Object>> FIELDS = fields();

    private FilterEdit() {}

    private static Map<String, Function<SavedFilter, Object>> fields() {
        Map<String, Function<SavedFilter, Object>> fields = new LinkedHashMap<>();
        fields.put("name", SavedFilter::getName);
        fields.put("filter", SavedFilter::getFilter);
        fields.put(FilterFields.SORT, SavedFilter::getSort);
        fields.put(FilterFields.COLOR, SavedFilter::getColor);
        return fields;
    }

    public static Ruling decide(Attempt attempt, EditFilter asked) {
        return OwnFilter.find(
                attempt,
                asked.getId(),
                before -> fault(asked).<Ruling>map(Ruling.Refused::new).orElseGet(() -> edit(attempt, asked, before)));
    }

    private static Optional<Rejection> fault(EditFilter asked) {
        return FilterFields.fault(asked.getName(), asked.getFilter(), asked.getSort(), asked.getColor())
                .or(() -> clearFault(asked));
    }

    private static Optional<Rejection> clearFault(EditFilter asked) {
        for (String field : asked.getClear()) {
            if (!CLEARABLE.contains(field)) {
                return Optional.of(Rejections.invalid("/" + field, "Can't be cleared."));
            }
            if ((field.equals(FilterFields.SORT) ? asked.getSort() : asked.getColor()).isPresent()) {
                return Optional.of(Rejections.invalid("/" + field, "Can't be both set and cleared."));
            }
        }
        return Optional.empty();
    }

    private static Ruling edit(Attempt attempt, EditFilter asked, SavedFilter before) {
        EventMetadata metadata = attempt.stamp();
        SavedFilter after = new SavedFilter(
                before.getId(),
                before.getWorkspaceId(),
                before.getOwner(),
                asked.getName().orElse(before.getName()),
                asked.getFilter().orElse(before.getFilter()),
                kept(asked, FilterFields.SORT, asked.getSort(), before.getSort())
                        .orElse(null),
                kept(asked, FilterFields.COLOR, asked.getColor(), before.getColor())
                        .orElse(null),
                before.getCreatedAt(),
                attempt.now(),
                before.getVersion() + 1,
                metadata.getSeq());
        List<String> changed = FIELDS.entrySet().stream()
                .filter(field ->
                        !field.getValue().apply(before).equals(field.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .toList();
        return changed.isEmpty()
                ? new Ruling.Unchanged(Optional.of(EntityStates.of(before)))
                : new Ruling.Changed(
                        List.of(new FilterEdited(metadata, after, changed)),
                        Optional.of(EntityStates.of(before)),
                        Optional.of(EntityStates.of(after)));
    }

    private static Optional<String> kept(
            EditFilter asked, String field, Optional<String> value, Optional<String> before) {
        return asked.getClear().contains(field) ? Optional.empty() : value.or(() -> before);
    }
}
