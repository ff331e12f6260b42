package dev.almanac.local.issuer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that asks for a name. */
final class SignInPage {
    private static final String TEMPLATE = resource("sign-in.html");
    private static final String STYLE = resource("sign-in.css");

    private SignInPage() {}

    /**
     * @param asked what the client asked for, which the form sends back as it was
     * @param name as typed before
     * @param complaint about that name; empty where there is none
     */
    static String of(Parameters asked, String name, String complaint) {
        String hidden = asked.values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("name"))
                .map(entry -> "<input type=\"hidden\" name=\"" + escape(entry.getKey()) + "\" value=\""
                        + escape(entry.getValue()) + "\">")
                .collect(Collectors.joining("\n"));
        Map<String, String> values =
                Map.of("style", STYLE, "hidden", hidden, "name", escape(name), "complaint", escape(complaint));
        String page = TEMPLATE;
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return page;
    }

    /** The page's own style and nothing else; the form may lead back to the client. */
    static String contentSecurityPolicy(Client client) {
        return "default-src 'none'; style-src 'sha256-" + Sha256.base64(STYLE) + "'; form-action 'self' "
                + String.join(" ", client.origins()) + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = SignInPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + SignInPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
