package dev.almanac.topology.testkit;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.RejectionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often what was done, counted from the commands and their answers alone, in the plainest way. */
public final class PlainCounts {
    private final Map<String, long[]> counts = new TreeMap<>();

    public void count(Command command, List<Outcome> outcomes, Instant now) {
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            boolean rejected = outcome.getStatus() == OutcomeStatus.REJECTED;
            boolean byStranger = outcome.getRejection()
                    .filter(rejection -> rejection.getCode() == RejectionCode.WORKSPACE_NOT_FOUND)
                    .isPresent();
            if (outcome.getStatus() == OutcomeStatus.ACCEPTED || (rejected && !byStranger)) {
                String key = LocalDate.ofInstant(now, ZoneOffset.UTC) + " "
                        + command.getActor().getUserId() + " "
                        + action(command.getOperations().get(i));
                long[] count = counts.computeIfAbsent(key, any -> new long[2]);
                count[0]++;
                count[1] += rejected ? 1 : 0;
            }
        }
    }

    /** The one thing that is asked for, as the audit log spells it. */
    private static String action(Operation operation) {
        return operation.getSchema().getFields().stream()
                .filter(field -> !field.name().equals("expectedVersion") && operation.get(field.pos()) != null)
                .map(field -> field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow();
    }

    /** {@code day user action count rejected}, in order. */
    public List<String> lines() {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue()[0] + " " + count.getValue()[1])
                .sorted()
                .toList();
    }
}
