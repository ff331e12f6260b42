package dev.almanac.topology.store;

import dev.almanac.topology.state.Timer;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * A timer as it stands in the store.
 *
 * @param key to delete it by
 */
public record DueTimer(UUID workspaceId, Timer timer, Bytes key) {}
