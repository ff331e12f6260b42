package dev.almanac.schemas.topic;

/** What the key of a topic's records tells; {@link RecordKeys} writes and reads each. */
public enum KeyKind {
    /** The workspace's id: all records of a workspace stand in one partition, in order. */
    WORKSPACE,
    /** The workspace's id, then kind and id of one thing in it; placed by the workspace's id. */
    ENTITY,
    /** The partition on which the asker listens, then the command's id; placed as it says. */
    REPLY
}
