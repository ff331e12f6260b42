package dev.almanac.benchmarks.stack;

import dev.almanac.local.part.JavaService;
import dev.almanac.local.process.Child;
import dev.almanac.local.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of the topology, which can be killed and started again on its data. */
public final class TopologyInstance {
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int MOST_LOOKS = 20;
    private static final double AS_MUCH = 0.1;
    private static final String RESIDENT = "VmRSS:";
    private static final Pattern SPACES = Pattern.compile(" +");

    private final Backing backing;
    private final JavaService service;
    private Child process;

    private TopologyInstance(Backing backing, JavaService service, Child process) {
        this.backing = backing;
        this.service = service;
        this.process = process;
    }

    static TopologyInstance start(Backing backing, JavaService service) throws IOException, InterruptedException {
        TopologyInstance instance = new TopologyInstance(backing, service, backing.start(service));
        instance.awaitReady();
        return instance;
    }

    /** Waits until it has its partitions. */
    public void awaitReady() throws IOException, InterruptedException {
        Backing.ready(service, process);
    }

    /** With {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** After a kill; returns at once. */
    public void startAgain() throws IOException, InterruptedException {
        process = backing.start(service);
    }

    /** Processor time that it takes within a second, over this long. */
    public double processorMillisPerSecond(Duration during) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Duration before = processorTime();
        Thread.sleep(during);
        double millis = processorTime().minus(before).toNanos() / 1e6;
        return millis / ((System.nanoTime() - start) / 1e9);
    }

    /** Waits until it takes as much processor time as a little before, having done what is left of its work. */
    public void awaitRest() throws IOException, InterruptedException {
        double before = Double.MAX_VALUE;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            double now = processorMillisPerSecond(LOOK);
            if (now > before * (1 - AS_MUCH) && now < before * (1 + AS_MUCH)) {
                return;
            }
            before = now;
        }
    }

    private Duration processorTime() throws IOException {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IOException("this machine does not tell processor times"));
    }

    /** Memory that it holds, native included; Linux tells. */
    public long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> 1024
                            * Long.parseLong(line.substring(RESIDENT.length())
                                    .replace("kB", "")
                                    .strip()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("this machine does not tell resident memory"));
        }
    }

    /** What its objects take, garbage left out. */
    public long liveHeapBytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Programs.java().resolveSibling("jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        histogram.waitFor();
        return output.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(SPACES.split(line)[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd told nothing of the heap: " + output));
    }

    /** What the stores of this name take on disk, of all partitions together. */
    public long storeBytes(String store) throws IOException {
        Path folder = Path.of(store);
        try (Stream<Path> files = Files.walk(service.data())) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.resolveSibling("").endsWith(folder)) {
                    bytes += Files.size(file);
                }
            }
            return bytes;
        }
    }
}
