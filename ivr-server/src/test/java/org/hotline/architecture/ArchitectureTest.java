package org.hotline.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * The house stands as drawn. Plain {@code @Test} methods on purpose: {@code @ArchTest} fields under Surefire ran nothing
 * and stayed green (TNG/ArchUnit#1442).
 */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hotline");

    @Test
    void everyRoomWasSeen() {
        for (String room : Rooms.BELOW.keySet()) {
            assertThat(HOUSE.stream()
                            .filter(c -> c.getPackageName().startsWith("org.hotline." + room))
                            .count())
                    .as("classes of room " + room)
                    .isPositive();
        }
    }

    @Test
    void roomsImportOnlyWhatLiesBelow() {
        Rooms.importRules("org.hotline").forEach(rule -> rule.check(HOUSE));
    }

    @Test
    void onlyMainImportsLeaves() {
        Rooms.leafRules("org.hotline").forEach(rule -> rule.check(HOUSE));
    }

    @Test
    void audioIsPure() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("org.hotline.audio..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.hotline.audio..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(HOUSE.stream()
                        .map(c -> c.getPackage())
                        .distinct()
                        .filter(p -> p.getRelativeName().length() > 0)
                        .filter(p -> !p.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(p -> p.getName()))
                .isEmpty();
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(HOUSE.stream()
                        .filter(c -> !c.isAnonymousClass()
                                && !c.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && c.getSimpleName()
                                        .matches(".*(Manager|Helper|Util|Utils|Impl|Service|Handler|Processor)$"))
                        .map(c -> c.getName()))
                .isEmpty();
    }

    @Test
    void aHouseBuiltWrongFails() {
        JavaClasses wrong = new ClassFileImporter().importPackages("org.hotline.fixture");
        assertThat(wrong).hasSizeGreaterThanOrEqualTo(3);
        assertThatThrownBy(() -> Rooms.importRules("org.hotline.fixture").forEach(rule -> rule.check(wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("room conversation");
        assertThatThrownBy(() -> Rooms.leafRules("org.hotline.fixture").forEach(rule -> rule.check(wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only Main imports the leaves of queue");
    }
}
