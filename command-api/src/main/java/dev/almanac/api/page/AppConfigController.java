package dev.almanac.api.page;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page where and how to sign in. */
@RestController
class AppConfigController {
    /** What {@code /app-config.json} holds. */
    record AppConfig(String issuer, String clientId, List<String> scopes) {}

    private final AppConfig config;

    AppConfigController(
            WebSettings web, @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        this.config = new AppConfig(issuer, web.clientId(), web.scopes());
    }

    @GetMapping(path = "/app-config.json", produces = "application/json")
    AppConfig config() {
        return config;
    }
}
