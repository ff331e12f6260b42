package dev.almanac.topology.recurrence;

/** The parts of a rule, as RFC 5545 and RFC 7529 name them. */
enum Part {
    FREQ,
    INTERVAL,
    COUNT,
    UNTIL,
    WKST,
    RSCALE,
    SKIP,
    BYMONTH,
    BYWEEKNO,
    BYYEARDAY,
    BYMONTHDAY,
    BYDAY,
    BYHOUR,
    BYMINUTE,
    BYSECOND,
    BYSETPOS;

    /** Whether it is a list that picks dates. */
    boolean picks() {
        return compareTo(BYMONTH) >= 0;
    }
}
