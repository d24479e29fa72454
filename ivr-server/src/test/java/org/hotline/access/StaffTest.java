package org.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffTest {
    private static final String PASSWORD = "correct horse battery";

    private final MemoryUsers users = new MemoryUsers();
    private final Passwords passwords = new Passwords();
    private final Staff staff = new Staff(users, passwords);

    @BeforeEach
    void oneAdministrator() throws Exception {
        staff.add(new User("admin", "Administrator", Role.ADMIN), PASSWORD);
    }

    @Test
    void anAgentIsTheAgentOfTheSameNameUnlessSaidOtherwise() throws Exception {
        staff.add(new User("anna", "Anna", Role.AGENT), PASSWORD);
        assertThat(users.find("anna").orElseThrow().agent()).contains("anna");
        staff.change("anna", user -> user.as(Role.SUPERVISOR, Optional.of("desk7")));
        assertThat(users.find("anna").orElseThrow())
                .returns(Role.SUPERVISOR, User::role)
                .returns(Optional.of("desk7"), User::agent);
        assertThat(passwords.matches(PASSWORD, users.passwordHash("anna")))
                .as("the password stays")
                .isTrue();
    }

    @Test
    void everyChangeHasAnotherStamp() throws Exception {
        long first = users.find("admin").orElseThrow().stamp();
        staff.setPassword("admin", "another good one");
        long second = users.find("admin").orElseThrow().stamp();
        staff.change("admin", user -> user.shownAs("The administrator"));
        assertThat(users.find("admin").orElseThrow().stamp()).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        staff.add(new User("shut", "Shut out", Role.ADMIN).enabled(false), PASSWORD);
        refused(Staff.Reason.LAST_ADMIN, () -> staff.remove("admin"));
        refused(Staff.Reason.LAST_ADMIN, () -> staff.change("admin", user -> user.enabled(false)));
        refused(Staff.Reason.LAST_ADMIN, () -> staff.change("admin", user -> user.as(Role.QUALITY, Optional.empty())));
        staff.change("shut", user -> user.enabled(true));
        staff.remove("admin");
        assertThat(users.all()).extracting(User::name).containsExactly("shut");
    }

    @Test
    void nobodyComesBeforeTheFirstAdministrator() {
        Staff fresh = new Staff(new MemoryUsers(), passwords);
        refused(Staff.Reason.LAST_ADMIN, () -> fresh.add(new User("anna", "Anna", Role.AGENT), PASSWORD));
    }

    @Test
    void passwordsThatAreEasilyGuessedAreRefused() {
        refused(Staff.Reason.WEAK_PASSWORD, () -> staff.setPassword("admin", "short"));
        refused(Staff.Reason.WEAK_PASSWORD, () -> staff.setPassword("admin", "administrator"));
        refused(Staff.Reason.WEAK_PASSWORD, () -> staff.setPassword("admin", "x".repeat(201)));
    }

    @Test
    void theOwnPasswordIsChangedByWhoKnowsTheOld() throws Exception {
        refused(Staff.Reason.WRONG_PASSWORD, () -> staff.changePassword("admin", "guess", "another good one"));
        staff.changePassword("admin", PASSWORD, "another good one");
        assertThat(passwords.matches("another good one", users.passwordHash("admin")))
                .isTrue();
    }

    @Test
    void namesAreTakenOnceAndUnknownOnesSaidSo() {
        refused(Staff.Reason.NAME_TAKEN, () -> staff.add(new User("admin", "Other", Role.ADMIN), PASSWORD));
        refused(Staff.Reason.NO_SUCH_USER, () -> staff.remove("nobody"));
        refused(Staff.Reason.NO_SUCH_USER, () -> staff.change("nobody", user -> user));
    }

    private static void refused(Staff.Reason reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Staff.Refused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
