package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Comparison;
import dev.almanac.api.filter.Filter;
import java.util.List;
import java.util.Set;

/** What the values of a field are, and what can be asked of them. */
interface FieldKind {
    Set<Operator> operators();

    /** One of these. */
    Filter in(List<Value> values, Asker asker);

    /** Before or after this; for kinds with such operators. */
    default Filter compared(Comparison comparison, Value value, Asker asker) {
        throw new UnsupportedOperationException();
    }

    /** With this in it, likewise. */
    default Filter containing(Value value) {
        throw new UnsupportedOperationException();
    }
}
