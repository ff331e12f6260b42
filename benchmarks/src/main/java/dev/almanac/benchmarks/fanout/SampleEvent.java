package dev.almanac.benchmarks.fanout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

/** What a stream sends for a task. */
final class SampleEvent {
    private SampleEvent() {}

    /** The first event of a task, as it was sent. */
    static String of(URI stream, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Authorization", authorization)
                .header("Last-Event-ID", "0")
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines =
                        client.send(request, BodyHandlers.ofLines()).body()) {
            Iterator<String> line = lines.iterator();
            String id = "";
            for (String now = line.next(); !now.equals("event: task"); now = line.next()) {
                id = now;
            }
            String event = id + "\nevent: task\n" + line.next() + "\n\n";
            client.shutdownNow();
            return event;
        }
    }
}
