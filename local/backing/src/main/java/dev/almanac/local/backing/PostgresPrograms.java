package dev.almanac.local.backing;

import dev.almanac.local.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Postgres as unpacked for this platform. Its programs refuse to run as root; where we are root, they run in a user
 * namespace of their own, in which they are not.
 */
record PostgresPrograms(Path installation, List<String> prefix) {

    /** The programs, unpacked first where that has not happened yet. */
    static PostgresPrograms unpacked() throws IOException, InterruptedException {
        return new PostgresPrograms(
                PostgresArchive.unpack(Installation.postgresArchive(), Installation.postgres()), asNobody());
    }

    private static List<String> asNobody() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "--user");
        if (!Programs.onPath("unshare") || !succeeds(List.of("unshare", "--user", "true"))) {
            throw new IOException(
                    "Postgres doesn't run as root, and this machine lets root make no user namespace (unshare --user): start Almanac as another user");
        }
        return unshare;
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(installation.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    /** Makes an empty cluster with a user, who may do everything, and a database of the same name. */
    void makeCluster(Path cluster, String name, String password, Path log) throws IOException, InterruptedException {
        Path passwordFile = Files.createTempFile("almanac", ".password");
        try {
            Files.writeString(passwordFile, password);
            run(
                    command(
                            "initdb",
                            "--pgdata=" + cluster,
                            "--username=" + name,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // The same order of texts on every machine.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-sync"),
                    "",
                    log);
        } finally {
            Files.delete(passwordFile);
        }
        run(
                command("postgres", "--single", "-D", cluster.toString(), "postgres"),
                "CREATE DATABASE " + name + "\n",
                log);
    }

    private static void run(List<String> command, String input, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("Postgres could not make its files; see " + log);
        }
    }

    private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
