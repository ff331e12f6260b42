package dev.almanac.topology.query;

import dev.almanac.topology.store.StoredView;

/**
 * A topology's store, as HTTP sees it.
 *
 * @param reads of one workspace in it
 * @param overview of who has what of it
 */
record Queryable<V extends StoredView>(WorkspaceReads<V> reads, TopologyOverview overview) {}
