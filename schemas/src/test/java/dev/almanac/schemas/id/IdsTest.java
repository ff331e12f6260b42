package dev.almanac.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123Z");
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void aNamedIdIsTheRfcsOwnExample() {
        assertThat(Ids.v5(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void aNewIdTellsItsTimeAndIsItsOwn() {
        UUID id = Ids.v7(NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.timeOf(id)).isEqualTo(NOON);
        assertThat(Ids.v7(NOON)).isNotEqualTo(id);
    }

    @Test
    void onlyAnIdOfVersion7TellsItsTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.timeOf(DNS));
    }

    @Test
    void aUserIsKnownByIssuerAndSubjectTogether() {
        UUID ada = Ids.user("https://issuer.example", "ada");

        assertThat(Ids.user("https://issuer.example", "ada")).isEqualTo(ada);
        assertThat(Ids.user("https://other.example", "ada")).isNotEqualTo(ada);
        assertThat(Ids.user("https://issuer.example", "bob")).isNotEqualTo(ada);
        assertThat(Ids.user("https://issuer.exampl", "eada")).isNotEqualTo(ada);
    }

    @Test
    void idsThatAreStoredEverywhereNeverChange() {
        UUID command = UUID.fromString("0197f0a4-0000-7000-8000-000000000005");

        assertThat(Ids.user("https://issuer.example", "ada")).hasToString("89c3e6ac-83a7-58e7-a8b0-8e7675c815b1");
        assertThat(Ids.event(command, 0)).hasToString("634d2b30-d1cd-5c63-a826-8a799b3b8ac0");
        assertThat(Ids.inbox(command)).hasToString("3e7126f6-f32c-510f-844a-8bdad7195b3a");
    }
}
