package dev.almanac.endtoend.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a part tells of itself to whoever watches over it. */
public final class Metrics {
    private static final Pattern SPACES = Pattern.compile(" +");

    private final RunningSystem.Part part;

    Metrics(RunningSystem.Part part) {
        this.part = part;
    }

    /** The sum of the samples that begin so: a name, or a name and its first labels. */
    public double sum(String sample) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + part.port() + "/actuator/prometheus"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(sample))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the part's objects take, in bytes, garbage left out, and the buffers outside of its heap. */
    public long heldBytes() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        long heap = Almanac.run(List.of(jcmd, Long.toString(part.pid()), "GC.class_histogram"))
                .good()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(SPACES.split(line)[2]))
                .findFirst()
                .orElseThrow();
        return heap + (long) sum("jvm_buffer_memory_used_bytes");
    }
}
