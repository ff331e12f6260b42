package dev.almanac.projection.apply;

/** Where in the log something stands. */
public record Place(String topic, int partition, long offset) {
    public Place {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("No place in a log: " + topic + "-" + partition + "@" + offset);
        }
    }

    /** As operators write it: {@code task-events-3@1017}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
