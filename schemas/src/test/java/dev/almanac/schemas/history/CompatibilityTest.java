package dev.almanac.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The check itself, shown to fail where it should. */
class CompatibilityTest {
    private static final Schema ORIGINAL = record(
            "{'name':'title','type':'string'}",
            "{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}}");

    @Test
    void aNewFieldWithADefaultBreaksNothing() {
        Schema added = record(
                "{'name':'title','type':'string'}",
                "{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}}",
                "{'name':'notes','type':['null','string'],'default':null}");

        assertThat(Compatibility.violations(added, List.of(ORIGINAL))).isEmpty();
    }

    @Test
    void aNewFieldWithoutADefaultBreaksReadingWhatIsThere() {
        Schema added = record(
                "{'name':'title','type':'string'}",
                "{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}}",
                "{'name':'owner','type':'string'}");

        assertThat(Compatibility.violations(added, List.of(ORIGINAL)))
                .singleElement()
                .asString()
                .startsWith("the new schema can't read version 1")
                .contains("owner");
    }

    @Test
    void aRemovedFieldBreaksTheReadersThatAreThere() {
        Schema removed = record("{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}}");

        assertThat(Compatibility.violations(removed, List.of(ORIGINAL)))
                .singleElement()
                .asString()
                .startsWith("version 1 can't read the new schema")
                .contains("title");
    }

    @Test
    void aChangedTypeBreaksBothWays() {
        Schema changed = record(
                "{'name':'title','type':'int'}",
                "{'name':'at','type':{'type':'long','logicalType':'timestamp-millis'}}");

        assertThat(Compatibility.violations(changed, List.of(ORIGINAL))).hasSize(2);
    }

    @Test
    void aChangedLogicalTypeBreaksAlthoughTheBytesAreAlike() {
        Schema changed = record(
                "{'name':'title','type':'string'}",
                "{'name':'at','type':{'type':'long','logicalType':'timestamp-micros'}}");

        assertThat(Compatibility.violations(changed, List.of(ORIGINAL)))
                .containsExactly("/at had another logical type in version 1");
    }

    @Test
    void aGrownUnionBreaksTheReadersThatAreThere() {
        Schema narrow = record("{'name':'value','type':['null','string'],'default':null}");
        Schema grown = record("{'name':'value','type':['null','string','long'],'default':null}");

        assertThat(Compatibility.violations(grown, List.of(narrow)))
                .anySatisfy(violation -> assertThat(violation).startsWith("version 1 can't read"));
    }

    @Test
    void everyVersionCountsNotOnlyTheNewest() {
        Schema dropped = record("{'name':'a','type':'string','default':''}");
        Schema empty = record("{'name':'b','type':'string','default':''}");
        Schema returned = record("{'name':'a','type':'long','default':0}");

        assertThat(Compatibility.violations(returned, List.of(empty))).isEmpty();
        assertThat(Compatibility.violations(returned, List.of(dropped, empty))).isNotEmpty();
    }

    private static Schema record(String... fields) {
        String json = "{'type':'record','name':'Thing','namespace':'test','fields':[" + String.join(",", fields) + "]}";
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
