package dev.almanac.topology.store;

/** What a store holds of one workspace. */
public interface StoredView {
    /** The sequence number of the workspace up to which it holds what it is there for. */
    long seq();
}
