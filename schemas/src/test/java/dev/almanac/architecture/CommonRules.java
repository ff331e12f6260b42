package dev.almanac.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * What holds in every module. A module's own test imports its classes and checks {@link #of}, with its root package, then
 * adds its own layering.
 */
public final class CommonRules {
    private static final Set<Class<?>> TELL_NOW = Set.of(
            Clock.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            Year.class,
            ZonedDateTime.class);

    private CommonRules() {}

    /** @param root of the module, such as {@code dev.almanac.topology} */
    public static List<ArchRule> of(String root) {
        return List.of(
                readNoClock(), injectByConstructor(), logBySlf4j(), printNothing(), nullMarked(root), acyclic(root));
    }

    /** Time is an input: only a class in a package {@code clock} asks what time it is. */
    public static ArchRule readNoClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..clock..")
                .should()
                .accessTargetWhere(readsTheWallClock())
                .because("time is an input; it is read where the clock is made, in a package named clock");
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return DescribedPredicate.describe("reads the wall clock", access -> {
            AccessTarget target = access.getTarget();
            JavaClass owner = target.getOwner();
            String name = target.getName();
            return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                    || (owner.isEquivalentTo(Date.class) && name.equals("<init>") && takesNothing(target))
                    || (name.equals("now") && TELL_NOW.stream().anyMatch(owner::isEquivalentTo) && !takesClock(target));
        });
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    static ArchRule injectByConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("what a class needs stands in its constructor")
                .allowEmptyShould(true);
    }

    static ArchRule logBySlf4j() {
        return noClasses()
                .should()
                .dependOnClassesThat(are(resideInAPackage("java.util.logging..")))
                .orShould()
                .dependOnClassesThat(are(resideInAPackage("org.apache.commons.logging..")))
                .because("all logs go one way, SLF4J");
    }

    /** A command line's own classes, in a package {@code cli}, do talk to the terminal. */
    static ArchRule printNothing() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a service speaks through its log");
    }

    static ArchRule nullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(DescribedPredicate.describe("are not generated", CommonRules::isWritten))
                .should(new InNullMarkedPackage())
                .because("NullAway checks what is marked");
    }

    static ArchRule acyclic(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static boolean isWritten(JavaClass type) {
        return !type.isAnnotatedWith("org.apache.avro.specific.AvroGenerated")
                && !type.getName().contains("$Builder")
                && !type.getSimpleName().equals("package-info");
    }
}
