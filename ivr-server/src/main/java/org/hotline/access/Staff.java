package org.hotline.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes who may log in, by the rules: there is always an administrator who can, and nobody gets a password that is
 * easily guessed. Any thread.
 */
public final class Staff {
    /** The fewest characters of a password. */
    public static final int SHORTEST_PASSWORD = 10;

    private static final int LONGEST_PASSWORD = 200;

    private final Users users;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    public Staff(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** Lets somebody new in. */
    @CanIgnoreReturnValue
    public User add(User user, String password) throws Refused, Passwords.Busy {
        String hash = hash(user.name(), password);
        return users.alone(present -> {
            if (present.find(user.name()).isPresent()) {
                throw new Refused(
                        Reason.NAME_TAKEN, "there is a user " + user.name() + " already: choose another name");
            }
            if (user.role() != Role.ADMIN && !hasAdminBeside(present, user.name())) {
                throw new Refused(
                        Reason.LAST_ADMIN,
                        "there is no administrator yet: start the server once, or add one with the role admin first");
            }
            return keep(present, user, hash);
        });
    }

    /** Changes what is known of somebody; name and password stay. */
    @CanIgnoreReturnValue
    public User change(String name, UnaryOperator<User> change) throws Refused {
        return users.alone(present -> {
            User changed = change.apply(known(present, name));
            if (!changed.isWorkingAdmin()) {
                keepAnAdminBeside(present, name);
            }
            return keep(present, changed, present.passwordHash(name).orElseThrow());
        });
    }

    /** Gives somebody another password. */
    @CanIgnoreReturnValue
    public User setPassword(String name, String password) throws Refused, Passwords.Busy {
        String hash = hash(name, password);
        return users.alone(present -> keep(present, known(present, name), hash));
    }

    /** Somebody's own change of password, for which the old one is asked. */
    @CanIgnoreReturnValue
    public User changePassword(String name, String old, String password) throws Refused, Passwords.Busy {
        if (!passwords.matches(old, users.passwordHash(name))) {
            throw new Refused(Reason.WRONG_PASSWORD, "the old password is wrong");
        }
        return setPassword(name, password);
    }

    /** Lets somebody in no more, for good. */
    public void remove(String name) throws Refused {
        users.alone(present -> {
            User leaving = known(present, name);
            keepAnAdminBeside(present, name);
            present.remove(name);
            return leaving;
        });
    }

    private static User known(Users users, String name) throws Refused {
        return users.find(name)
                .orElseThrow(() -> new Refused(Reason.NO_SUCH_USER, "there is no user " + name + ": see the list"));
    }

    private static void keepAnAdminBeside(Users users, String name) throws Refused {
        boolean wasOne = users.find(name).filter(User::isWorkingAdmin).isPresent();
        if (wasOne && !hasAdminBeside(users, name)) {
            throw new Refused(
                    Reason.LAST_ADMIN, name + " is the only administrator who can log in: make another one first");
        }
    }

    private static boolean hasAdminBeside(Users users, String name) {
        return users.all().stream()
                .anyMatch(user -> user.isWorkingAdmin() && !user.name().equals(name));
    }

    private String hash(String name, String password) throws Refused, Passwords.Busy {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD || password.contains(name)) {
            throw new Refused(
                    Reason.WEAK_PASSWORD,
                    "a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD
                            + " characters and does not contain the user's name");
        }
        return passwords.hash(password);
    }

    private User keep(Users users, User user, String hash) {
        User stamped = user.stamped(random.nextLong());
        users.save(stamped, hash);
        return stamped;
    }

    /** Why something is not done. */
    public enum Reason {
        NAME_TAKEN,
        NO_SUCH_USER,
        LAST_ADMIN,
        WEAK_PASSWORD,
        WRONG_PASSWORD
    }

    /** It is not done: why, and what to do. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Refused(Reason reason, String sentence) {
            super(sentence, null, false, false);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }

        /** The sentence for people. */
        public String sentence() {
            return Optional.ofNullable(getMessage()).orElse("");
        }
    }
}
