package dev.almanac.api.page;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the page needs to sign in.
 *
 * @param clientId the page's client id at the issuer
 * @param scopes what it asks for
 */
@ConfigurationProperties("almanac.web")
public record WebSettings(
        @DefaultValue("almanac") String clientId,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes) {}
