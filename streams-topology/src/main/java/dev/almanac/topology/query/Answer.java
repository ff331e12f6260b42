package dev.almanac.topology.query;

import java.util.OptionalLong;

/** What a store tells a read. */
sealed interface Answer {
    /** The workspace's last event that the store had applied when the read began. */
    long seq();

    /**
     * @param version of the thing, where it is one thing
     * @param json of the answer's body
     */
    record Found(long seq, OptionalLong version, byte[] json) implements Answer {}

    /** The thing is not there, or not for this user. */
    record Missing(long seq) implements Answer {}

    /** The store is not as far as the read asks for. */
    record Behind(long seq) implements Answer {}
}
