package dev.almanac.benchmarks.fanout;

import dev.almanac.local.process.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A {@link BareServer}, with as much memory as the service has. */
final class BareProcess implements AutoCloseable {
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    private BareProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static BareProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Programs.java().toString(),
                        "-Xms160m",
                        "-Xmx320m",
                        "-Xmn96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new BareProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    URI stream() {
        return url.resolve("/stream");
    }

    /** Returns when the server has taken it. */
    void send(String event, int count) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/events/" + count))
                .POST(BodyPublishers.ofString(event))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 204) {
            throw new IOException("the bare server answered " + status);
        }
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        process.destroy();
        process.waitFor();
    }
}
