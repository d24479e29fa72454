package org.hotline.asterisk;

/**
 * What a version of Asterisk can do, by the change logs of res_audiosocket and app_audiosocket.
 *
 * @param version as {@code agi_version} says it
 * @param sendsKeys AudioSocket carries keys
 * @param goesOn {@code AudioSocket()} returns 0 when the other side ends it, so that the dialplan goes on by itself
 */
public record Release(String version, boolean sendsKeys, boolean goesOn) {
    /** The oldest with AudioSocket that is still met: no keys, and a hang-up that ends the call. */
    public static final Release OLD = new Release("20.9.3", false, false);

    /** Keys, and the dialplan goes on. */
    public static final Release MIDDLE = new Release("20.15.2", true, true);

    /** All repairs. */
    public static final Release NEW = new Release("22.9.0", true, true);

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }
}
