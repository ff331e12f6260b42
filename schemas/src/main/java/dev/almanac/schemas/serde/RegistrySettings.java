package dev.almanac.schemas.serde;

import java.net.URI;
import java.util.Set;

/**
 * Where the schema registry is, and what may be asked of it.
 *
 * @param url of Apicurio Registry, with or without the path of its core API: {@code http://registry:8080}
 * @param autoRegister whether a record with a schema that the registry doesn't know registers it; false in production,
 *     where {@link dev.almanac.schemas.provision.Provision} does that before anything starts
 */
public record RegistrySettings(URI url, boolean autoRegister) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String CORE_API = "/apis/registry/v3";

    public RegistrySettings {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("Not the URL of a schema registry: " + url);
        }
    }

    /** The address of the registry's core API. */
    String coreApi() {
        String text = url.toString();
        String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return base.endsWith(CORE_API) ? base : base + CORE_API;
    }
}
