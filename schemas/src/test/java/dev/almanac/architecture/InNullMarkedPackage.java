package dev.almanac.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Holds where the package of a class is {@link NullMarked}. */
final class InNullMarkedPackage extends ArchCondition<JavaClass> {
    InNullMarkedPackage() {
        super("be in a @NullMarked package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    type.getName() + " is in " + type.getPackageName() + ", which has no @NullMarked package-info"));
        }
    }
}
