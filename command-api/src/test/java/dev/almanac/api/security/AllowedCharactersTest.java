package dev.almanac.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against the regular expressions of Spring Security's firewall. */
class AllowedCharactersTest {
    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
    private static final Pattern VALUE = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Property
    void allowTheSameNames(@ForAll String text) {
        assertThat(AllowedCharacters.inName(text)).isEqualTo(NAME.matcher(text).matches());
    }

    @Property
    void allowTheSameValues(@ForAll String text) {
        assertThat(AllowedCharacters.inValue(text))
                .isEqualTo(VALUE.matcher(text).matches());
    }

    @Example
    void judgeEachCharacterTheSame() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = Character.toString(point);
            boolean inName = NAME.matcher(text).matches();
            boolean inValue = VALUE.matcher(text).matches();
            if (AllowedCharacters.inName(text) != inName || AllowedCharacters.inValue(text) != inValue) {
                throw new AssertionError("U+%04X differs".formatted(point));
            }
        }
    }
}
