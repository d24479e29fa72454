package org.hotline.access;

import java.util.regex.Pattern;

/**
 * Someone who may log in.
 *
 * @param name the login name, 1 to 40 characters of {@code [a-z0-9._-]}; an agent's is the agent's name
 * @param displayName as shown to people
 * @param role what for
 */
public record User(String name, String displayName, Role role) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,40}");

    public User {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a user's name is 1 to 40 characters of a-z 0-9 . _ -");
        }
    }
}
