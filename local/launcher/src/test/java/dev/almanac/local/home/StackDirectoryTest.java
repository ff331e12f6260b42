package dev.almanac.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.local.home.PortPlan.Use;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void aNewDirectoryIsItsOwnersAlone() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory.resolve("a/b"));
        assertThat(mode(prepared.root())).isEqualTo("rwx------");
    }

    @Test
    void secretsAreMadeOnceAndForTheOwnerAlone() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory);
        Secrets made = Secrets.of(prepared);
        assertThat(mode(prepared.secrets())).isEqualTo("rw-------");
        assertThat(Secrets.of(prepared)).isEqualTo(made);
        assertThat(made.toString()).doesNotContain(made.internalToken(), made.databasePassword(), made.masterKey());
    }

    @Test
    void aStackOfBeforeThereWasAMasterKeyGetsOneAndKeepsTheRest() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory);
        Files.writeString(prepared.secrets(), "database.password=old\ninternal.token=also old\n");
        Secrets made = Secrets.of(prepared);
        assertThat(made.databasePassword()).isEqualTo("old");
        assertThat(made.internalToken()).isEqualTo("also old");
        assertThat(made.masterKey()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Secrets.of(prepared)).isEqualTo(made);
    }

    @Test
    void aFileIsNoDataDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> StackDirectory.prepare(file))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("is not a directory");
    }

    @Test
    void aDirectoryWithSomethingElseInItIsLeftAlone() throws Exception {
        Files.createFile(directory.resolve("thesis.tex"));
        assertThatThrownBy(() -> StackDirectory.prepare(directory))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("holds something else");
        assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("thesis.tex"));
    }

    @Test
    void thePointerToAnotherStackDoesNotMakeTheDefaultDirectoryAnotherOnes() {
        LastStack last = new LastStack(directory);
        last.remember(StackDirectory.prepare(directory.resolve("elsewhere")));
        assertThat(last.directory()).isEqualTo(directory.resolve("elsewhere"));
        assertThat(StackDirectory.prepare(last.defaultDirectory()).root()).isEqualTo(last.defaultDirectory());
    }

    @Test
    void withoutAStartThereIsNothingToTalkAbout() {
        assertThatThrownBy(() -> StackDirectory.existing(directory))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("almanac up");
    }

    @Test
    void onlyOneHoldsADirectory() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory);
        try (StackLock held = StackLock.take(prepared)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> StackLock.take(prepared))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("already runs");
        }
        StackLock.take(prepared).close();
    }

    @Test
    void everyPartHasAPortOfItsOwnThatItKeeps() {
        StackDirectory prepared = StackDirectory.prepare(directory);
        PortPlan plan = PortPlan.prepare(prepared);
        Set<Integer> ports = new HashSet<>();
        for (Use use : Use.values()) {
            ports.add(plan.of(use));
        }
        assertThat(ports).hasSize(Use.values().length);
        PortPlan again = PortPlan.prepare(prepared);
        for (Use use : Use.values()) {
            assertThat(again.of(use)).isEqualTo(plan.of(use));
        }
    }

    @Test
    void aPortThatSomebodyElseTookIsGivenUp() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory);
        int port = PortPlan.prepare(prepared).of(Use.BROKER);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortPlan.prepare(prepared).of(Use.BROKER)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void theIssuersPortIsNeverGivenUpSinceTheUsersIdsDependOnIt() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory);
        int port = PortPlan.prepare(prepared).of(Use.ISSUER);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PortPlan.prepare(prepared))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void aDamagedFileOfPortsIsSaid() throws Exception {
        StackDirectory prepared = StackDirectory.prepare(directory);
        Files.writeString(prepared.settings(), "port.broker=many\n");
        assertThatThrownBy(() -> PortPlan.existing(prepared))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("damaged");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
