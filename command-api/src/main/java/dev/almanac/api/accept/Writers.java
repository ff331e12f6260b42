package dev.almanac.api.accept;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.springframework.http.HttpHeaders;

/** Tells from {@code Accept-Language} where people write as the user does. */
public final class Writers {
    private Writers() {}

    /** The place that is liked best; none in particular where the header is not there or says nothing. */
    public static Locale localeOf(HttpHeaders headers) {
        var header = headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Locale.ROOT;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .map(LanguageRange::getRange)
                    .filter(range -> !range.contains("*"))
                    .findFirst()
                    .map(Locale::forLanguageTag)
                    .orElse(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return Locale.ROOT;
        }
    }
}
