package dev.almanac.api.security;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a header may be made of: the characters that Spring Security's firewall allows by its regular expressions. The
 * firewall looks at a header each time that one is read, dozens of times a request, so here they are told one by one.
 */
final class AllowedCharacters {
    private AllowedCharacters() {}

    static boolean inName(@Nullable String name) {
        return all(name, AllowedCharacters::isText);
    }

    static boolean inValue(@Nullable String value) {
        return all(value, point -> point == '\t' || isText(point));
    }

    private static boolean isText(int point) {
        return Character.isDefined(point) && !Character.isISOControl(point);
    }

    private static boolean all(@Nullable String text, IntPredicate allowed) {
        if (text == null) {
            return true;
        }
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (!allowed.test(point)) {
                return false;
            }
        }
        return true;
    }
}
