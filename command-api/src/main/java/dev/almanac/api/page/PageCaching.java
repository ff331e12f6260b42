package dev.almanac.api.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;

/**
 * Browsers keep the files of the page and ask with each load whether they are still the same. That is told by their
 * content: the build gives all files one constant time, so time would tell a browser that nothing ever changes.
 */
@Configuration(proxyBeanMethods = false)
class PageCaching {
    @Bean
    ResourceHandlerRegistrationCustomizer keptWhileTheSame() {
        // As many as there are files on the class path, which do not change while they are served.
        Map<String, String> tags = new ConcurrentHashMap<>();
        return files -> files.setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(file -> tags.computeIfAbsent(file.getDescription(), _ -> tagOf(file)));
    }

    private static String tagOf(Resource file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
