package org.hotline.access;

import java.util.Optional;

/** Lets the first person in: a house without users gets one administrator with a generated password. */
public final class FirstAdmin {
    /** The login name of the first administrator. */
    public static final String NAME = "admin";

    private FirstAdmin() {}

    /**
     * Makes the first administrator if there is nobody yet.
     *
     * @return the password, to be shown once and never again; nothing if there are users already, or another node makes them just now
     */
    public static Optional<String> ensure(Users users, Passwords passwords) {
        if (!users.all().isEmpty()) {
            return Optional.empty();
        }
        String password = passwords.generate();
        try {
            String hash = passwords.hash(password);
            return users.addFirst(new User(NAME, "Administrator", Role.ADMIN), hash)
                    ? Optional.of(password)
                    : Optional.empty();
        } catch (Passwords.Busy busy) {
            throw new IllegalStateException("the first administrator is made before anyone can log in", busy);
        }
    }
}
