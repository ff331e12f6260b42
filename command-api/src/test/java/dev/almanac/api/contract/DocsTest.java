package dev.almanac.api.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.SliceTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The contract as it is shown, to anyone. */
class DocsTest extends SliceTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void theContractIsServedAndNotTwiceToWhoHasIt() {
        var first = client().get()
                .uri("/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        assertThat(first.getResponseBody()).isEqualTo(Contract.json());
        client().get()
                .uri("/openapi.json")
                .header(
                        HttpHeaders.IF_NONE_MATCH,
                        requireNonNull(first.getResponseHeaders().getETag()))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    /** The policy of the page's response forbids inline script and style, and any origin but this one. */
    @Test
    void thePageIsMadeOfFilesFromHere() {
        var page = client().get()
                .uri("/docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .exists("Content-Security-Policy")
                .expectBody()
                .returnResult();
        var html = new String(page.getResponseBody(), UTF_8);
        assertThat(html).doesNotContain("<style", "style=").doesNotContainPattern("<script(?![^>]* src=)");
        var addresses =
                ADDRESS.matcher(html).results().map(match -> match.group(1)).toList();
        assertThat(addresses)
                .hasSizeGreaterThan(4)
                .allSatisfy(address ->
                        client().get().uri(address).exchange().expectStatus().isOk());
    }
}
