package dev.almanac.local.supervise;

import java.util.Locale;

/**
 * What is known of a part.
 *
 * <pre>
 * STOPPED → STARTING → READY ⇄ UNREADY
 *    ↑         ↑ ↓        ↓      ↓
 *    └──────  WAITING  ←──┴──────┘
 * </pre>
 */
public enum PartState {
    /** Has no process, and is not to have one. */
    STOPPED,
    /** Has a process that has not answered yet. */
    STARTING,
    /** Does its work. */
    READY,
    /** Was ready, and says at the moment that it can't do its work. */
    UNREADY,
    /** Has died and waits to be started again. */
    WAITING;

    /** As other programs read it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
