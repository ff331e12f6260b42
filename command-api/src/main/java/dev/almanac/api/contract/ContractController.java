package dev.almanac.api.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows the contract: to programs, and to people. Both are public. */
@RestController
class ContractController {
    private record Document(byte[] json, String entityTag) {
        static Document read() {
            var json = Contract.json();
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(json);
                return new Document(json, '"' + HexFormat.of().formatHex(digest, 0, 16) + '"');
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every JDK has SHA-256", impossible);
            }
        }
    }

    /** Read when first asked for, since most starts are followed by no such request. */
    private final Mono<Document> document = Mono.fromCallable(Document::read)
            .subscribeOn(Schedulers.boundedElastic())
            .cache();

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> contract() {
        return document.map(read -> ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(read.entityTag())
                .body(read.json()));
    }

    @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return new ClassPathResource("static/docs/index.html");
    }
}
