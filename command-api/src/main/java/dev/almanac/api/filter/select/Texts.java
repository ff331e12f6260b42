package dev.almanac.api.filter.select;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Text, compared in lower case. */
final class Texts {
    private Texts() {}

    /** By Unicode's rules, as Java has them, wherever the database was made; as the index has it. */
    static Field<String> lower(Field<String> text) {
        return field("lower({0} collate \"und-x-icu\")", String.class, text);
    }

    static Condition contains(Field<String> lower, String part) {
        return condition("{0} like {1}", lower, val(containing(part)));
    }

    /** As an array of {@code text}, which is what the columns are. */
    static Field<String[]> all(Collection<String> texts) {
        return val(texts.toArray(String[]::new), SQLDataType.CLOB.array());
    }

    /** The pattern of whatever holds this. */
    static String containing(String part) {
        return '%' + part.replaceAll("[\\\\%_]", "\\\\$0") + '%';
    }
}
