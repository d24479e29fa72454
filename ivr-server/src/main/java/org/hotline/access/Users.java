package org.hotline.access;

import java.util.List;
import java.util.Optional;

/** Everyone who may log in. Any thread. */
public interface Users {
    Optional<User> find(String name);

    /** The stored password hash (PHC string format) of this user; nothing for an unknown user. */
    Optional<String> passwordHash(String name);

    /** Adds a user, or replaces one with the same name. */
    void save(User user, String passwordHash);

    /** Forgets a user; nothing happens if there is none of this name. */
    void remove(String name);

    /** All of them, by name. */
    List<User> all();
}
