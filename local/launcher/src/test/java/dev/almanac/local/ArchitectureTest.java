package dev.almanac.local;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.architecture.CommonRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "dev.almanac.local";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/broker/"))
            .importPackages(ROOT);

    static Stream<ArchRule> rules() {
        return CommonRules.of(ROOT).stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsTheWholeSystem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("command line")
                .definedBy(ROOT + ".cli")
                .layer("stack")
                .definedBy(ROOT + ".stack")
                .layer("issuer")
                .definedBy(ROOT + ".issuer")
                .layer("supervision")
                .definedBy(ROOT + ".supervise")
                .layer("services")
                .definedBy(ROOT + ".part")
                .layer("backing")
                .definedBy(ROOT + ".backing")
                .layer("process")
                .definedBy(ROOT + ".process")
                .whereLayer("command line")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("stack")
                .mayOnlyBeAccessedByLayers("command line")
                .whereLayer("issuer")
                .mayOnlyBeAccessedByLayers("command line", "stack")
                .whereLayer("supervision")
                .mayOnlyBeAccessedByLayers("command line", "stack")
                .whereLayer("services")
                .mayOnlyBeAccessedByLayers("stack")
                .whereLayer("backing")
                .mayOnlyBeAccessedByLayers("stack", "services")
                .check(CLASSES);
    }
}
