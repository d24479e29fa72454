package org.hotline.phone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The phone must not share the server's telephony code, or both ends would share a mistake. */
class PhoneStandsAloneTest {
    @Test
    void thePhoneKnowsNothingOfTheServersTelephony() {
        JavaClasses phone = new ClassFileImporter().importPackages("org.hotline.phone");
        assertThat(phone).hasSizeGreaterThan(8);
        noClasses()
                .that()
                .resideInAPackage("org.hotline.phone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hotline.call..", "org.hotline.switchboard..", "javax.sip..", "gov.nist..")
                .check(phone);
    }
}
