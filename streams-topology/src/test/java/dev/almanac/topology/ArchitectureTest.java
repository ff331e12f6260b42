package dev.almanac.topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.almanac.architecture.CommonRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "dev.almanac.topology";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static Stream<ArchRule> rules() {
        return Stream.concat(
                CommonRules.of(ROOT).stream(),
                Stream.of(layering(), pureCore(), storesAreWrittenByTheProcessorAlone(), httpStaysOutside()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static ArchRule layering() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("config")
                .definedBy(ROOT + ".config..")
                .layer("state")
                .definedBy(ROOT + ".state..")
                .layer("recurrence")
                .definedBy(ROOT + ".recurrence..")
                .layer("series")
                .definedBy(ROOT + ".series..")
                .layer("decide")
                .definedBy(ROOT + ".decide..")
                .layer("store")
                .definedBy(ROOT + ".store..")
                .layer("deadletter")
                .definedBy(ROOT + ".deadletter..")
                .layer("process")
                .definedBy(ROOT + ".process..")
                .layer("run")
                .definedBy(ROOT + ".run..")
                .layer("query")
                .definedBy(ROOT + ".query..")
                .whereLayer("config")
                .mayNotAccessAnyLayer()
                .whereLayer("state")
                .mayNotAccessAnyLayer()
                .whereLayer("recurrence")
                .mayNotAccessAnyLayer()
                .whereLayer("deadletter")
                .mayNotAccessAnyLayer()
                .whereLayer("series")
                .mayOnlyAccessLayers("recurrence")
                .whereLayer("decide")
                .mayOnlyAccessLayers("state", "recurrence", "series")
                .whereLayer("store")
                .mayOnlyAccessLayers("state")
                .whereLayer("process")
                .mayOnlyAccessLayers("config", "state", "decide", "store", "deadletter")
                .whereLayer("run")
                .mayOnlyAccessLayers("config", "store", "process", "deadletter")
                .whereLayer("query")
                .mayOnlyAccessLayers("config", "store", "process", "run", "recurrence", "series");
    }

    private static ArchRule pureCore() {
        return noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".state..", ROOT + ".decide..", ROOT + ".recurrence..", ROOT + ".series..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.springframework..", "java.io..", "java.nio.file..", "java.net..")
                .because("a decision is a function of state, command and time");
    }

    private static ArchRule storesAreWrittenByTheProcessorAlone() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".store..", ROOT + ".process..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.kafka.streams.state.KeyValueStore")
                .because("a write that no transaction holds would be lost, or worse, kept");
    }

    private static ArchRule httpStaysOutside() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "reactor..")
                .because("only the queries speak HTTP");
    }
}
