package dev.almanac.topology.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleTest {
    @Example
    void upperAndLowerCaseAreTheSame() {
        assertThat(Rules.sound("freq=weekly;byday=mo,We")).isEqualTo(Rules.sound("FREQ=WEEKLY;BYDAY=MO,WE"));
    }

    @Example
    void partsMayComeInAnyOrder() {
        assertThat(Rules.sound("COUNT=3;FREQ=DAILY")).isEqualTo(Rules.sound("FREQ=DAILY;COUNT=3"));
    }

    @Example
    void aFaultSaysWhereItIsAndWhatWasExpected() {
        assertThat(Rules.faultOf("")).startsWith("At character 1: expected one of FREQ, INTERVAL");
        assertThat(Rules.faultOf("INTERVAL=2")).isEqualTo("At character 1: expected FREQ, such as FREQ=WEEKLY.");
        assertThat(Rules.faultOf("FREQ=FORTNIGHTLY"))
                .isEqualTo(
                        "At character 6: expected one of YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY, SECONDLY.");
        assertThat(Rules.faultOf("FREQ=DAILY;EVERY=2")).startsWith("At character 12: expected one of FREQ");
        assertThat(Rules.faultOf("FREQ=DAILY;COUNT")).isEqualTo("At character 17: expected = after COUNT.");
        assertThat(Rules.faultOf("FREQ=DAILY;FREQ=DAILY")).isEqualTo("At character 12: expected FREQ only once.");
        assertThat(Rules.faultOf("FREQ=WEEKLY;BYDAY=MO,XX"))
                .isEqualTo("At character 22: expected a weekday such as MO, 1MO or -1FR.");
        assertThat(Rules.faultOf("FREQ=YEARLY;BYMONTH=2,13"))
                .isEqualTo("At character 23: expected a month from 1 to 12.");
        assertThat(Rules.faultOf("FREQ=MONTHLY;BYMONTHDAY=0"))
                .isEqualTo("At character 25: expected a day of the month from 1 to 31, or from -31 to -1.");
        assertThat(Rules.faultOf("FREQ=DAILY;UNTIL=20260230"))
                .isEqualTo("At character 18: expected a date such as 20261130, 20261130T090000 or 20261130T090000Z.");
        assertThat(Rules.faultOf("FREQ=DAILY;INTERVAL=0"))
                .isEqualTo("At character 21: expected a whole number from 1 to 36525.");
        assertThat(Rules.faultOf("FREQ=DAILY;")).startsWith("At character 12: expected one of FREQ");
    }

    @Example
    void whatTheRfcForbidsTogetherIsRefused() {
        for (String rule : List.of(
                "FREQ=DAILY;COUNT=2;UNTIL=20261130",
                "FREQ=MONTHLY;BYWEEKNO=3",
                "FREQ=DAILY;BYYEARDAY=3",
                "FREQ=WEEKLY;BYMONTHDAY=3",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=YEARLY;BYWEEKNO=2;BYDAY=1MO",
                "FREQ=DAILY;BYSETPOS=1",
                "FREQ=DAILY;RSCALE=CHINESE")) {
            assertThat(Rules.faultOf(rule)).as(rule).startsWith("At character ");
        }
    }

    @Example
    void whatWouldExpandBeyondAllBoundsIsRefused() {
        String seconds = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20";
        assertThat(Rules.faultOf(
                        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10;BYMINUTE=" + seconds + ";BYSECOND=" + seconds))
                .isEqualTo("At character 1: expected at most 10,000 dates in a period of FREQ;"
                        + " these lists give up to 233,730.");
        assertThat(Rules.faultOf("FREQ=DAILY;COUNT=100001")).contains("from 1 to 100000");
        assertThat(Rules.faultOf("FREQ=YEARLY;INTERVAL=101")).contains("from 1 to 100");
        assertThat(Rules.faultOf("FREQ=DAILY;BYHOUR=" + "1,".repeat(600) + "1"))
                .isEqualTo("At character 1001: expected at most 1000 characters.");
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "FREQ=",
                        "DAILY",
                        "YEARLY",
                        ";",
                        ",",
                        "=",
                        "BYDAY=",
                        "MO",
                        "-1FR",
                        "99",
                        "-",
                        "0",
                        "UNTIL=",
                        "20261130",
                        "T",
                        "Z",
                        "COUNT=",
                        "BYSETPOS=",
                        "BYMONTHDAY=",
                        "31",
                        "é",
                        " ",
                        "\n",
                        "SKIP=",
                        "BACKWARD",
                        "BYYEARDAY=-366",
                        "BYWEEKNO=53")
                .list()
                .ofMaxSize(12)
                .map(scraps -> String.join("", scraps));
    }

    @Property(tries = 2000)
    void whateverTheTextItIsReadOrRefused(@ForAll("scraps") String text) {
        assertThat(Rule.read(text)).isNotNull();
    }
}
