package dev.almanac.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The files of the page, as browsers get them. */
class PageFilesTest {
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) \"([^\"]+)\";");

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Served implements WebFluxConfigurer {
        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            var files = registry.addResourceHandler("/**")
                    .addResourceLocations("classpath:/META-INF/resources/", "classpath:/static/");
            new PageCaching().keptWhileTheSame().customize(files);
        }
    }

    private static AnnotationConfigApplicationContext context;
    private static WebTestClient client;

    @BeforeAll
    static void serve() {
        context = new AnnotationConfigApplicationContext(Served.class);
        client = WebTestClient.bindToApplicationContext(context).build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aFileIsFetchedOnceAndThenOnlyAskedAbout() {
        var first = get("/app/components/almanac-app.js");
        var tag = Objects.requireNonNull(first.getResponseHeaders().getETag());

        assertThat(first.getResponseHeaders().getCacheControl()).isEqualTo("no-cache");
        assertThat(first.getResponseHeaders().getLastModified()).isEqualTo(-1);
        client.get()
                .uri("/app/components/almanac-app.js")
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void filesOfDifferentContentHaveDifferentTags() {
        assertThat(get("/app/components/icons.js").getResponseHeaders().getETag())
                .isNotEqualTo(
                        get("/app/components/checkbox.js").getResponseHeaders().getETag());
    }

    /** The versions of the libraries among them, which the build fills in. */
    @Test
    void everythingThatAModuleImportsIsThere() throws IOException, URISyntaxException {
        for (var module : modules()) {
            var address = "/app/" + module;
            var imports = IMPORT.matcher(text(address)).results().map(match -> match.group(1));
            assertThat(imports)
                    .as("imports of " + address)
                    .allSatisfy(imported -> client.get()
                            .uri(Path.of(address)
                                    .resolveSibling(imported)
                                    .normalize()
                                    .toString())
                            .exchange()
                            .expectStatus()
                            .isOk());
        }
    }

    private static List<String> modules() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(PageFilesTest.class.getResource("/static/app"))
                .toURI());
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static String text(String address) {
        return new String(Objects.requireNonNull(get(address).getResponseBody()), StandardCharsets.UTF_8);
    }

    private static EntityExchangeResult<byte[]> get(String address) {
        return client.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }
}
