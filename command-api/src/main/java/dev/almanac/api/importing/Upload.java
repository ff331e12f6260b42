package dev.almanac.api.importing;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A file that was sent, on disk, since it is read more than once.
 *
 * @param fingerprint of its bytes: the same file again is the same import
 */
record Upload(Path file, String fingerprint) {
    /**
     * Takes a body as it comes.
     *
     * @param most bytes; more is a problem of type {@code too_large}
     */
    static Mono<Upload> receive(Flux<DataBuffer> body, long most) {
        return Mono.fromCallable(() -> Files.createTempFile("almanac-import-", ".tmp"))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> {
                    var digest = sha256();
                    var length = new AtomicLong();
                    var counted = body.map(buffer -> {
                        if (length.addAndGet(buffer.readableByteCount()) > most) {
                            DataBufferUtils.release(buffer);
                            throw Problem.of(
                                            ProblemType.TOO_LARGE, "An import has at most %d MiB".formatted(most >> 20))
                                    .exception();
                        }
                        digest(buffer, digest);
                        return buffer;
                    });
                    return DataBufferUtils.write(counted, file)
                            .then(Mono.fromSupplier(
                                    () -> new Upload(file, HexFormat.of().formatHex(digest.digest()))))
                            .doOnError(_ -> delete(file))
                            .doOnCancel(() -> delete(file));
                });
    }

    private static void digest(DataBuffer buffer, MessageDigest digest) {
        var copy = ByteBuffer.allocate(buffer.readableByteCount());
        buffer.toByteBuffer(copy);
        digest.update(copy);
    }

    /** To be called when it is no longer needed. */
    void delete() {
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
