package org.hotline.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Password hashing with Argon2id (RFC 9106): 19 MiB, two passes, one lane, the OWASP minimum.
 *
 * <p>Each hash costs 50 to 200 ms of a core and 19 MiB, so that only a few run at a time: a flood of logins must not
 * starve the calls on the same machine.
 */
public final class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final String UNAMBIGUOUS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    /** Checked when the user is unknown, so that an unknown name takes as long as a wrong password. */
    private final String nobody = encode(generate());

    /** The hash to store, in PHC string format with a fresh salt. */
    public String hash(String password) throws Busy {
        return bounded(() -> encode(password));
    }

    /**
     * True if the password belongs to the hash.
     *
     * @param hash the stored hash; nothing for an unknown user, which is never right but takes as long
     * @throws Busy if too many are being checked
     */
    public boolean matches(String password, Optional<String> hash) throws Busy {
        String against = hash.orElse(nobody);
        boolean right =
                bounded(() -> Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)));
        return right && hash.isPresent();
    }

    /** A password for people to type once: 20 characters, about 99 bits. */
    public String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "");
            password.append(UNAMBIGUOUS.charAt(random.nextInt(UNAMBIGUOUS.length())));
        }
        return password.toString();
    }

    private static String encode(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    }

    private <T> T bounded(java.util.function.Supplier<T> work) throws Busy {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** Too many passwords are being checked just now; try again in a few seconds. */
    public static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many passwords are being checked", null, false, false);
        }
    }
}
