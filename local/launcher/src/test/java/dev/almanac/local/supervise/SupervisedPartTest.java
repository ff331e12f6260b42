package dev.almanac.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.StartFailedException;
import dev.almanac.local.process.StopSignal;
import dev.almanac.local.process.Tether;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedPartTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private Tether tether;

    @BeforeEach
    void tie() throws IOException {
        tether = new Tether();
    }

    @AfterEach
    void cut() throws IOException {
        tether.close();
    }

    @Test
    void aPartThatDiesIsStartedAgainAndSaidSo() throws Exception {
        SupervisedPart part = supervise("touch ready; exec sleep 600");
        part.start().get(20, TimeUnit.SECONDS);
        long first = part.status().pid().orElseThrow();
        assertThat(next()).startsWith("ready after");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        assertThat(next()).startsWith("died (killed by signal 9); starting it again in 0.3 s");
        assertThat(next()).startsWith("ready after");
        assertThat(part.status().pid().orElseThrow()).isNotEqualTo(first);
        assertThat(part.status().state()).isEqualTo(PartState.READY);
        part.stop(GRACE);
    }

    @Test
    void aPartThatDiesAtOnceIsNotTriedAgain() {
        SupervisedPart part = supervise("echo the port is taken; exit 1");
        assertThatThrownBy(() -> part.start().get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StartFailedException.class)
                .hasMessageContaining("the port is taken");
        assertThat(part.status().state()).isEqualTo(PartState.STOPPED);
    }

    @Test
    void aStoppedPartStaysStopped() throws Exception {
        SupervisedPart part = supervise("touch ready; exec sleep 600");
        part.start().get(20, TimeUnit.SECONDS);
        ProcessHandle process =
                ProcessHandle.of(part.status().pid().orElseThrow()).orElseThrow();
        part.stop(GRACE);
        assertThat(process.isAlive()).isFalse();
        assertThat(part.status().pid()).isEmpty();
        assertThat(part.status().state()).isEqualTo(PartState.STOPPED);
    }

    @Test
    void aPartCanBeStoppedBeforeItIsReady() throws Exception {
        SupervisedPart part = supervise("touch begun; exec sleep 600");
        var ready = part.start();
        while (!Files.exists(directory.resolve("begun"))) {
            Thread.onSpinWait();
        }
        part.stop(GRACE);
        assertThat(ready).isCompletedExceptionally();
    }

    @Test
    void eachDeathDoublesTheWaitUpToHalfAMinute() {
        BackOff backOff = BackOff.NONE;
        assertThat(backOff.delay()).isZero();
        backOff = backOff.afterDeath(Duration.ZERO);
        assertThat(backOff.delay()).isEqualTo(Duration.ofMillis(250));
        backOff = backOff.afterDeath(Duration.ofSeconds(1));
        assertThat(backOff.delay()).isEqualTo(Duration.ofMillis(500));
        for (int death = 0; death < 100; death++) {
            backOff = backOff.afterDeath(Duration.ZERO);
        }
        assertThat(backOff.delay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(backOff.afterDeath(Duration.ofMinutes(1)).delay()).isEqualTo(Duration.ofMillis(250));
    }

    private SupervisedPart supervise(String script) {
        return new SupervisedPart(new Shell(script), tether, (_, said) -> news.add(said), () -> {});
    }

    private String next() throws InterruptedException {
        String said = news.poll(20, TimeUnit.SECONDS);
        assertThat(said).as("news within 20 s").isNotNull();
        return String.valueOf(said);
    }

    /** Ready when its script has made the file of that name. */
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
            return 1;
        }

        @Override
        public Launch prepare() throws IOException {
            Files.deleteIfExists(directory.resolve("ready"));
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
            return Files.exists(directory.resolve("ready"));
        }
    }
}
