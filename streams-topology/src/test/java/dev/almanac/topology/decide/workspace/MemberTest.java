package dev.almanac.topology.decide.workspace;

import static dev.almanac.topology.testkit.Acts.linkCalendar;
import static dev.almanac.topology.testkit.Acts.removeMember;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Acts.unlinkCalendar;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.event;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Scenario.given;
import static dev.almanac.topology.testkit.Scenario.givenInPersonalWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.CalendarLink;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberTest {
    @Nested
    class Setting {
        @Test
        void addsAMember() {
            Scenario added = given().when(setMember("bob", Role.EDITOR)).then(emits(event("MemberAdded", "bob")));

            assertThat(added.member("bob").getRole()).isEqualTo(Role.EDITOR);
            assertThat(added.member("bob").getDisplayName()).contains("bob");
        }

        @Test
        void givesAMemberAnotherRole() {
            Scenario changed = given(setMember("bob", Role.EDITOR))
                    .when(setMember("bob", Role.VIEWER))
                    .then(emits(event("MemberRoleChanged", "bob")))
                    .when(setMember("bob", Role.VIEWER))
                    .then(isUnchanged());

            assertThat(changed.member("bob").getVersion()).isEqualTo(2);
        }

        @Test
        void leavesTheLastOwnerTheRole() {
            given(setMember("bob", Role.EDITOR))
                    .when(setMember("ann", Role.EDITOR))
                    .then(isRefused(RejectionCode.CONFLICT));
        }

        @Test
        void takesTheRoleFromAnOwnerWhereThereIsAnother() {
            given(setMember("bob", Role.OWNER))
                    .when(setMember("ann", Role.EDITOR))
                    .then(emits(event("MemberRoleChanged", "ann")));
        }

        @Test
        void addsNobodyToAPersonalWorkspace() {
            givenInPersonalWorkspace().when(setMember("bob", Role.VIEWER)).then(isRefused(RejectionCode.CONFLICT));
        }

        @Test
        void stopsAtTwoHundred() {
            Scenario full = given();
            for (int i = 1; i < 200; i++) {
                full.when(setMember("member " + i, Role.VIEWER));
            }
            full.when(setMember("one more", Role.VIEWER))
                    .then(isRefused(RejectionCode.LIMIT_EXCEEDED))
                    .when(setMember("member 1", Role.EDITOR))
                    .then(emits(event("MemberRoleChanged", "member 1")));
        }

        @Test
        void ofAStaleVersionIsRefused() {
            given(setMember("bob", Role.EDITOR))
                    .when(setMember("bob", Role.VIEWER).expecting(2))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }

    @Nested
    class Removing {
        @Test
        void endsTheMembership() {
            Scenario removed = given(setMember("bob", Role.EDITOR))
                    .when(removeMember("bob"))
                    .then(emits(event("MemberRemoved", "bob")));

            assertThat(removed.happening().outcome().getState()).isEmpty();
            removed.when(removeMember("bob")).then(isRefused(RejectionCode.NOT_FOUND));
        }

        @Test
        void isAlsoLeaving() {
            given(setMember("bob", Role.VIEWER))
                    .when(removeMember("bob").by("bob"))
                    .then(emits(event("MemberRemoved", "bob")));
        }

        @Test
        void isNotForTheLastOwner() {
            given(setMember("bob", Role.EDITOR)).when(removeMember("ann")).then(isRefused(RejectionCode.CONFLICT));
        }

        @Test
        void canBeUndone() {
            Scenario back = given(setMember("bob", Role.EDITOR), removeMember("bob"))
                    .when(setMember("bob", Role.VIEWER))
                    .then(emits(event("MemberAdded", "bob")));

            assertThat(back.member("bob").getVersion()).isEqualTo(1);
        }
    }

    @Nested
    class LinkingTheCalendar {
        @Test
        void isForEveryMember() {
            Scenario linked = given(setMember("bob", Role.VIEWER))
                    .when(linkCalendar("link").by("bob"))
                    .then(emits(event("CalendarLinked", "bob")));

            assertThat(linked.member("bob").getCalendarLink().map(CalendarLink::getId))
                    .contains(Labels.id("link"));
            assertThat(linked.member("ann").getCalendarLink()).isEmpty();
        }

        @Test
        void againGivesAnotherInItsPlace() {
            Scenario linked = given(linkCalendar("link"))
                    .when(linkCalendar("link"))
                    .then(isUnchanged())
                    .when(linkCalendar("another link"))
                    .then(emits(event("CalendarLinked", "ann")));

            assertThat(linked.member("ann").getCalendarLink().map(CalendarLink::getId))
                    .contains(Labels.id("another link"));
        }

        @Test
        void isTakenBack() {
            Scenario unlinked = given(linkCalendar("link"))
                    .when(unlinkCalendar())
                    .then(emits(event("CalendarUnlinked", "ann")))
                    .when(unlinkCalendar())
                    .then(isUnchanged());

            assertThat(unlinked.member("ann").getCalendarLink()).isEmpty();
        }

        @Test
        void lastsThroughAnotherRoleButNotThroughRemoval() {
            Scenario changed = given(setMember("bob", Role.VIEWER))
                    .when(linkCalendar("link").by("bob"))
                    .when(setMember("bob", Role.EDITOR));
            assertThat(changed.member("bob").getCalendarLink()).isPresent();

            changed.when(removeMember("bob")).when(setMember("bob", Role.EDITOR));
            assertThat(changed.member("bob").getCalendarLink()).isEmpty();
        }

        @Test
        void isForNobodyElse() {
            given().when(linkCalendar("link").by("eve")).then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
        }
    }
}
