package org.hotline.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;

/** Everyone who may log in. Any thread. */
public interface Users {
    Optional<User> find(String name);

    /** The stored password hash (PHC string format) of this user; nothing for an unknown user. */
    Optional<String> passwordHash(String name);

    /** Adds a user, or replaces one with the same name. */
    void save(User user, String passwordHash);

    /**
     * Adds a user if there is nobody yet.
     *
     * @return false if there is somebody: of two nodes that begin at once on one database only one adds its user
     */
    boolean addFirst(User user, String passwordHash);

    /** Forgets a user; nothing happens if there is none of this name. */
    void remove(String name);

    /** All of them, by name. */
    List<User> all();

    /**
     * Does what nobody may come between: others who change users so, here or on another node, wait until it is over. What
     * is done is done wholly, or not at all if it throws.
     */
    @CanIgnoreReturnValue
    <T, X extends Exception> T alone(Deed<T, X> deed) throws X;

    /** What is done with users that nobody else changes. */
    interface Deed<T, X extends Exception> {
        T with(Users users) throws X;
    }
}
