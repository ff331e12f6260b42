package dev.almanac.local.part;

import dev.almanac.local.process.HttpProbe;
import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Programs;
import dev.almanac.local.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One of Almanac's own services, run from the jar that its image holds.
 *
 * @param name of the service and of its jar
 * @param jar beside its libraries
 * @param options of its JVM
 * @param settings environment variables
 * @param port of its HTTP, health included
 * @param data its directory
 * @param log where its output goes
 */
public record JavaService(
        String name, Path jar, List<String> options, Map<String, String> settings, int port, Path data, Path log)
        implements Part {
    public JavaService {
        options = List.copyOf(options);
        settings = Map.copyOf(settings);
    }

    @Override
    public Launch prepare() throws IOException {
        if (!Files.exists(jar)) {
            throw new NoSuchFileException(jar.toString(), null, "not built; the almanac script does that");
        }
        List<String> command = new ArrayList<>();
        command.add(Programs.java().toString());
        command.addAll(options);
        command.addAll(classesAsTheyWereLoadedLast());
        command.add("-jar");
        command.add(jar.toString());
        return new Launch(name, command, settings, Files.createDirectories(data), log, StopSignal.TERM);
    }

    /**
     * The JVM keeps what it has loaded and verified in an archive beside the jar, when it ends, and looks there when it
     * starts. One of an older jar it would not use, and not make anew either, so that is removed.
     */
    private List<String> classesAsTheyWereLoadedLast() throws IOException {
        Path archive = jar.resolveSibling(name + ".jsa");
        if (Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            Files.delete(archive);
        }
        return List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    @Override
    public boolean ready() {
        return health("readiness");
    }

    @Override
    public boolean alive() {
        return health("liveness");
    }

    private boolean health(String group) {
        return HttpProbe.succeeds(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group));
    }

    /** Without the settings, since some are secret. */
    @Override
    public String toString() {
        return "JavaService[" + name + " on port " + port + "]";
    }
}
