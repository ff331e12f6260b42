package dev.almanac.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TetherTest {
    @TempDir
    Path directory;

    @Test
    void childrenAndTheirChildrenEndWhenTheParentIsKilled() throws Exception {
        Process parent = parent();
        List<ProcessHandle> family = family(parent);
        assertThat(family).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessHandle::isAlive);
        parent.destroyForcibly().waitFor();
        awaitEnd(family);
    }

    @Test
    void childrenEndWithTheParentAlsoWhereTheWatchdogHadBeenKilled() throws Exception {
        Process parent = parent();
        List<ProcessHandle> family = family(parent);
        ProcessHandle watchdog = onlyWatchdog(parent);
        watchdog.destroyForcibly();
        awaitEnd(List.of(watchdog));
        while (parent.toHandle()
                .children()
                .filter(TetherTest::isWatchdog)
                .findAny()
                .isEmpty()) {
            Thread.onSpinWait();
        }
        parent.destroyForcibly().waitFor();
        awaitEnd(family);
    }

    @Test
    void aProcessThatEndsBeforeItAnswersIsToldWithItsLastWords() throws Exception {
        Part part = new Shell("echo no room on the disk; exit 3");
        try (Tether tether = new Tether()) {
            Child child = tether.start(part.prepare());
            assertThatThrownBy(() -> child.awaitReady(part, Duration.ofSeconds(30)))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("exit status 3")
                    .hasMessageContaining("no room on the disk");
        }
    }

    @Test
    void aProcessThatIsDeafToItsSignalIsEndedByForce() throws Exception {
        Path deaf = directory.resolve("deaf");
        try (Tether tether = new Tether()) {
            Child child = tether.start(new Shell("trap '' TERM; touch deaf; while :; do sleep 1; done").prepare());
            while (!Files.exists(deaf)) {
                Thread.onSpinWait();
            }
            child.stop(Duration.ofMillis(200));
            assertThat(child.ended().get(10, TimeUnit.SECONDS)).isEqualTo(128 + 9);
        }
    }

    @Test
    void nothingStartsOnceTheTetherIsCut() throws Exception {
        Tether tether = new Tether();
        tether.close();
        assertThatThrownBy(() -> tether.start(new Shell("true").prepare())).isInstanceOf(IOException.class);
    }

    private Process parent() throws IOException {
        return new ProcessBuilder(
                        Programs.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsSleepers.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The processes that the parent says it has started, and theirs. */
    private static List<ProcessHandle> family(Process parent) throws IOException {
        BufferedReader output = parent.inputReader();
        List<ProcessHandle> family = new ArrayList<>();
        for (String pid : output.readLine().split(" ")) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            family.add(child);
        }
        ProcessHandle nested = family.getLast();
        while (nested.children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        nested.children().forEach(family::add);
        return family;
    }

    private static ProcessHandle onlyWatchdog(Process parent) {
        List<ProcessHandle> watchdogs;
        try (Stream<ProcessHandle> children = parent.toHandle().children()) {
            watchdogs = children.filter(TetherTest::isWatchdog).toList();
        }
        assertThat(watchdogs).hasSize(1);
        return watchdogs.getFirst();
    }

    private static boolean isWatchdog(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Stream.of(arguments).anyMatch(argument -> argument.contains("watched=")))
                .orElse(false);
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private final class Shell implements Part {
        private final String script;

        Shell(String script) {
            this.script = script;
        }

        @Override
        public String name() {
            return "shell";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public Launch prepare() {
            return new Launch(
                    name(),
                    List.of("sh", "-c", script),
                    Map.of(),
                    directory,
                    directory.resolve("shell.log"),
                    StopSignal.TERM);
        }

        @Override
        public boolean ready() {
            return false;
        }
    }
}
