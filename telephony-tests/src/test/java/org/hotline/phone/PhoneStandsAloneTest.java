package org.hotline.phone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The phone must not share the server's telephony code, or both ends would share a mistake. */
class PhoneStandsAloneTest {
    @Test
    void thePhoneKnowsNothingOfTheServersTelephony() {
        JavaClasses phone = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.hotline.phone", "org.hotline.asterisk");
        assertThat(phone).hasSizeGreaterThan(8);
        noClasses()
                .that()
                .resideInAnyPackage("org.hotline.phone..", "org.hotline.asterisk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.hotline.call..",
                        "org.hotline.switchboard..",
                        "org.asteriskjava..",
                        "javax.sip..",
                        "gov.nist..")
                .check(phone);
    }
}
