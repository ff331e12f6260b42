package dev.almanac.api.contract.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The data of the events that have come in whole. */
final class ServerSentEvents {
    private static final String DATA = "data:";

    private ServerSentEvents() {}

    static List<String> data(String stream) {
        var events = new ArrayList<>(List.of(stream.split("\n\n", -1)));
        events.removeLast();
        return events.stream()
                .map(ServerSentEvents::dataOf)
                .filter(data -> !data.isEmpty())
                .toList();
    }

    private static String dataOf(String event) {
        return event.lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()).strip())
                .collect(Collectors.joining("\n"));
    }
}
