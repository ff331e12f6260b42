package dev.almanac.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.architecture.samples.ReadsTheClock;
import dev.almanac.architecture.samples.TakesTheTime;
import dev.almanac.architecture.samples.clock.MakesTheClock;
import org.junit.jupiter.api.Test;

/** The rules themselves, shown to fail where they should and only there. */
class CommonRulesTest {
    @Test
    void readingTheClockIsSeenInEachOfItsForms() {
        assertThat(violations(CommonRules.readNoClock(), ReadsTheClock.class)).isEqualTo(5);
    }

    @Test
    void timeThatIsHandedInIsNoReading() {
        assertThat(violations(CommonRules.readNoClock(), TakesTheTime.class)).isZero();
    }

    @Test
    void theClockIsMadeInItsPackage() {
        assertThat(violations(CommonRules.readNoClock(), MakesTheClock.class, TakesTheTime.class))
                .isZero();
    }

    @Test
    void loggingAndPrintingPastTheLogAreSeen() {
        assertThat(violations(CommonRules.logBySlf4j(), ReadsTheClock.class)).isPositive();
        assertThat(violations(CommonRules.printNothing(), ReadsTheClock.class)).isPositive();
        assertThat(violations(CommonRules.printNothing(), TakesTheTime.class)).isZero();
    }

    private static int violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .getDetails()
                .size();
    }
}
