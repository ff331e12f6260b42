package dev.almanac.projection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.architecture.CommonRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "dev.almanac.projection";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static List<ArchRule> commonRules() {
        return CommonRules.of(ROOT);
    }

    @ParameterizedTest
    @MethodSource("commonRules")
    void holdsWhatEveryModuleHolds(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void dataGoesOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("start")
                .definedBy(ROOT)
                .layer("rebuild")
                .definedBy(ROOT + ".rebuild")
                .layer("health")
                .definedBy(ROOT + ".health")
                .layer("consume")
                .definedBy(ROOT + ".consume")
                .layer("write")
                .definedBy(ROOT + ".write")
                .layer("apply")
                .definedBy(ROOT + ".apply")
                .whereLayer("rebuild")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("health")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("consume")
                .mayOnlyBeAccessedByLayers("start", "rebuild", "health")
                .whereLayer("write")
                .mayOnlyBeAccessedByLayers("start", "rebuild", "health", "consume")
                .check(CLASSES);
    }

    @Test
    void whatEventsMeanIsPure() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".apply")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework..",
                        "io.r2dbc..",
                        "reactor..",
                        "java.sql..",
                        "java.time.Clock")
                .check(CLASSES);
    }
}
