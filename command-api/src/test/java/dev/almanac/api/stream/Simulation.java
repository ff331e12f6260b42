package dev.almanac.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.sync.Change;
import dev.almanac.api.sync.ChangesPage;
import dev.almanac.schemas.model.EntityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One workspace, its read model, its updates on their way to one instance, and clients that come and go; each moves only
 * when told, by any amount.
 */
final class Simulation {
    static final int CLIENTS = 3;
    static final StreamSettings.Tail BOUNDS = new StreamSettings.Tail(6, 4_000, Duration.ofSeconds(10));
    private static final int PAGE = 3;

    private final List<Change> log = new ArrayList<>();
    private final Client[] clients = new Client[CLIENTS];
    private @Nullable Chain chain;
    private int projected;
    private int delivered;
    private Instant now = Instant.EPOCH;

    Simulation() {
        for (var number = 0; number < CLIENTS; number++) {
            clients[number] = new Client(thing(100 + number));
        }
    }

    static UUID thing(int number) {
        return new UUID(7, number);
    }

    /** Something happens to a thing; every fourth time it goes. */
    void write(int thing) {
        var seq = log.size() + 1;
        log.add(new Change(
                seq,
                EntityKind.TASK,
                thing(thing),
                seq % 4 == 0 ? Optional.empty() : Optional.of("{\"seq\":" + seq + "}"),
                Optional.empty()));
    }

    /** Something happens that the read model has no row for. */
    void writeUntold() {
        log.add(new Change(log.size() + 1, EntityKind.UNKNOWN, thing(50), Optional.empty(), Optional.empty()));
    }

    /** Removes a client's user from the workspace, or takes them back. */
    void toggleMembership(int client) {
        var userId = clients[client].userId;
        log.add(new Change(
                log.size() + 1,
                EntityKind.MEMBER,
                userId,
                isMember(userId, log.size()) ? Optional.empty() : Optional.of("{}"),
                Optional.empty()));
    }

    void project(int events) {
        projected = Math.min(log.size(), projected + events);
    }

    void deliver(int updates) {
        for (var count = 0; count < updates && delivered < log.size(); count++) {
            var change = log.get(delivered++);
            if (chain != null) {
                chain.live(change, now);
            }
        }
    }

    /** The consumer comes back at the end of the topic, or can't read a record. */
    void lose(int updates) {
        delivered = Math.min(log.size(), delivered + updates);
    }

    void fill() {
        if (chain != null) {
            chain.hole()
                    .filter(hole -> hole.atLeast() <= projected)
                    .ifPresent(hole -> chain().fill(changes(hole.after(), PAGE), now));
        }
    }

    void look() {
        if (chain != null) {
            chain.projected(projected);
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
        if (chain != null) {
            chain.expire(now.minus(BOUNDS.age()));
        }
    }

    void take(int client, int frames) {
        clients[client].take(frames);
    }

    void fetch(int client) {
        clients[client].fetch();
    }

    /** Connects, or breaks the connection off. */
    void toggle(int client) {
        if (clients[client].follower == null) {
            clients[client].connect();
        } else {
            clients[client].disconnect();
        }
    }

    /** Everything comes to rest, with every client connected. */
    void settle() {
        projected = log.size();
        delivered = log.size();
        for (var round = 0; round < 3 + log.size(); round++) {
            look();
            fill();
            for (var client : clients) {
                client.connect();
                client.take(PAGE);
                client.fetch();
            }
        }
    }

    void assertEveryClientHasTheServersState() {
        var expected = state();
        for (var client : clients) {
            if (isMember(client.userId, log.size())) {
                assertThat(client.state).isEqualTo(expected);
            }
        }
    }

    private Chain chain() {
        if (chain == null) {
            chain = new Chain(BOUNDS);
        }
        return chain;
    }

    private ChangesPage changes(long since, int limit) {
        var latest = new HashMap<UUID, Change>();
        log.subList(0, projected).forEach(change -> latest.put(change.id(), change));
        var after = latest.values().stream()
                .filter(change -> change.seq() > since && change.kind() != EntityKind.UNKNOWN)
                .sorted(Comparator.comparingLong(Change::seq))
                .toList();
        var more = after.size() > limit;
        var page = more ? after.subList(0, limit) : after;
        return new ChangesPage(page, more ? page.getLast().seq() : projected, more);
    }

    private Map<UUID, String> state() {
        var state = new TreeMap<UUID, String>();
        log.forEach(change -> apply(change, state));
        return state;
    }

    private static void apply(Change change, Map<UUID, String> state) {
        change.state().ifPresentOrElse(present -> state.put(change.id(), present), () -> state.remove(change.id()));
    }

    private boolean isMember(UUID userId, int seq) {
        return log.subList(0, seq).stream()
                                .filter(change -> change.id().equals(userId))
                                .count()
                        % 2
                == 0;
    }

    private final class Client {
        private final UUID userId;
        private final Map<UUID, String> state = new TreeMap<>();
        private long seen;
        private @Nullable Follower follower;
        private Step.@Nullable Fetch asked;
        private long authorizedAt;
        private boolean removed;

        Client(UUID userId) {
            this.userId = userId;
        }

        void connect() {
            if (follower != null || !isMember(userId, projected)) {
                return;
            }
            chain().begin(projected, now);
            authorizedAt = projected;
            removed = false;
            follower = new Follower(userId, projected, seen);
        }

        void disconnect() {
            follower = null;
            asked = null;
            var connected = false;
            for (var client : clients) {
                connected |= client.follower != null;
            }
            if (!connected) {
                chain = null;
            }
        }

        void take(int frames) {
            for (var count = 0; count < frames && follower != null && asked == null; count++) {
                switch (follower.next(chain())) {
                    case Step.Send(var link) -> receive(link);
                    case Step.Fetch fetch -> asked = fetch;
                    case Step.End _ -> disconnect();
                    case Step.Wait _ -> {
                        return;
                    }
                }
            }
        }

        void fetch() {
            if (follower != null && asked != null && asked.atLeast() <= projected) {
                follower.fetched(changes(asked.after(), Math.min(PAGE, asked.limit())));
                asked = null;
            }
        }

        private void receive(Link link) {
            assertThat(link.previous()).as("no hole").isEqualTo(seen);
            assertThat(link.seq()).as("no repetition").isGreaterThan(seen);
            assertThat(removed).as("nothing after the removal").isFalse();
            seen = link.seq();
            removed = link.seq() > authorizedAt && link.change().removes(userId);
            apply(link.change(), state);
        }
    }
}
