package org.hotline.history.jdbc;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which database.
 *
 * @param url {@code jdbc:h2:file:...} or {@code jdbc:postgresql://host/name}
 * @param user may be empty if the URL names one
 * @param password may be empty
 * @param connections size of the pool, at least 2
 */
public record DatabaseSettings(String url, String user, String password, int connections) {
    private static final Pattern SECRET = Pattern.compile("(?i)(password|passwd|pwd)=[^;&]*|(?<=//)[^/@]*:[^/@]*@");

    /** H2 in a file of this folder, inside this process: {@code calls.mv.db}. Nothing to install. */
    public static DatabaseSettings embedded(Path folder) {
        return new DatabaseSettings("jdbc:h2:file:" + folder.toAbsolutePath().resolve("calls"), "sa", "", 8);
    }

    /** The URL without a password in it, for people and logs. */
    public String address() {
        return SECRET.matcher(url).replaceAll("***");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + address() + ", user " + user + ", " + connections + " connections]";
    }
}
