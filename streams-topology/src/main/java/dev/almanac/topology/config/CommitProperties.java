package dev.almanac.topology.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long an answer may wait for its transaction: the latency of every command against the number of commits.
 *
 * @param group a decided command asks for a commit at once, unless one was asked for within this time; those that come
 *     meanwhile share the next; 0 asks after every command
 * @param longestGroup to which that time grows while commands keep coming thick and fast, at least {@code group}
 * @param interval at which a commit comes unasked; longer than the longest group
 * @param poll the longest that an idle thread waits for records before it looks after its commits again
 * @param retryBackoff of the producer, where the transaction before is still being completed by the broker
 * @param linger of the producer, to fill batches; every commit flushes, so what is shorter than a group costs requests and
 *     gains nothing
 */
@ConfigurationProperties("almanac.topology.commit")
public record CommitProperties(
        Duration group,
        Duration longestGroup,
        Duration interval,
        Duration poll,
        Duration retryBackoff,
        Duration linger) {
    public CommitProperties {
        Check.notNegative("almanac.topology.commit.group", group);
        Check.that(
                longestGroup.compareTo(group) >= 0,
                "almanac.topology.commit.longest-group",
                "at least almanac.topology.commit.group",
                longestGroup);
        Check.that(
                interval.compareTo(longestGroup) > 0,
                "almanac.topology.commit.interval",
                "longer than almanac.topology.commit.longest-group",
                interval);
        Check.positive("almanac.topology.commit.poll", poll);
        Check.positive("almanac.topology.commit.retry-backoff", retryBackoff);
        Check.notNegative("almanac.topology.commit.linger", linger);
    }
}
