package dev.almanac.api.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.almanac.api.read.ReadModel;
import dev.almanac.api.read.Tables.KnownWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells by the words that a workspace holds what a misspelt one may mean there. */
@Component
public class Vocabulary {
    /** Of each word, in the order of likeness. */
    private static final int MOST_SIMILAR = 40;

    private final ReadModel readModel;

    Vocabulary(ReadModel readModel) {
        this.readModel = readModel;
    }

    /** What a query means in a workspace; whether anyone may look there is not asked. */
    public Mono<Sought> sought(UUID workspaceId, Query query) {
        return alike(workspaceId, query)
                .map(readModel::rows)
                .orElseGet(() -> Mono.just(List.of()))
                .map(rows -> sought(query, rows));
    }

    /** Selects words beside those of a query that are like them; empty where they are too short for that. */
    public static Optional<Select<Record2<String, String>>> alike(UUID workspaceId, Query query) {
        return query.words().stream()
                .filter(word -> word.length() >= Spelling.SHORTEST)
                .map(word -> similar(workspaceId, word))
                .reduce(Select::unionAll);
    }

    /** What a query means where there are the words that {@link #alike} selected. */
    public static Sought sought(Query query, List<Record2<String, String>> alike) {
        Map<String, Set<String>> candidates =
                alike.stream().collect(groupingBy(Record2::value1, mapping(Record2::value2, toSet())));
        return new Sought(query.words().stream()
                .map(word -> new Sought.Word(
                        word,
                        candidates.getOrDefault(word, Set.of()).stream()
                                .filter(other -> !other.startsWith(word) && Spelling.mayMean(word, other))
                                .collect(toSet())))
                .toList());
    }

    private static Select<Record2<String, String>> similar(UUID workspaceId, String word) {
        Field<String> typed = val(word, SQLDataType.CLOB);
        Field<Float> likeness = field("public.similarity({0}, {1})", Float.class, KnownWords.WORD, typed);
        var alike = select(typed.as("typed"), KnownWords.WORD)
                .from(KnownWords.TABLE)
                .where(
                        KnownWords.WORKSPACE_ID.eq(workspaceId),
                        condition("{0} operator(public.%) {1}", KnownWords.WORD, typed))
                .orderBy(likeness.desc(), KnownWords.WORD)
                .limit(inline(MOST_SIMILAR));
        var swapped = select(typed.as("typed"), KnownWords.WORD)
                .from(KnownWords.TABLE)
                .where(
                        KnownWords.WORKSPACE_ID.eq(workspaceId),
                        condition(
                                "{0} = any ({1})",
                                KnownWords.WORD,
                                val(Spelling.swapped(word).toArray(String[]::new), SQLDataType.CLOB.array())));
        return alike.unionAll(swapped);
    }
}
