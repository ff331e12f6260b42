package dev.almanac.api.query;

import static org.jooq.impl.DSL.jsonGetAttribute;
import static org.jooq.impl.DSL.jsonGetAttributeAsText;
import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.UserZones;
import dev.almanac.api.read.ReadModel;
import dev.almanac.api.read.Tables.Workspaces;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads users' own settings from where they are kept, their personal workspaces. */
@Component
class Profiles implements UserZones {
    private static final Field<String> DISPLAY_NAME = text("displayName");
    private static final Field<String> TIME_ZONE = text("timeZone");

    private final ReadModel readModel;

    Profiles(ReadModel readModel) {
        this.readModel = readModel;
    }

    Mono<Profile> of(UUID userId) {
        return readModel
                .rows(select(DISPLAY_NAME, TIME_ZONE).from(Workspaces.TABLE).where(Workspaces.WORKSPACE_ID.eq(userId)))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Profile(
                                Optional.ofNullable(row.value1()),
                                Optional.ofNullable(row.value2()).orElse(Profile.UNTOLD.timeZone())))
                        .orElse(Profile.UNTOLD));
    }

    @Override
    public Mono<ZoneId> zoneOf(UUID userId) {
        return of(userId).map(profile -> ZoneId.of(profile.timeZone()));
    }

    private static Field<String> text(String setting) {
        return jsonGetAttributeAsText(jsonGetAttribute(Workspaces.STATE, "profile"), setting)
                .as(setting);
    }
}
