package org.hotline.speech.prompts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.hotline.speech.Language;

/**
 * A text in the form in which two prompts that sound alike are one: no matter the case, blanks, quotes and final stop.
 *
 * @param normal the normal form
 */
record PromptText(Language language, String normal) {
    private static final int SLUG = 40;

    static PromptText of(Language language, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u2018\u2019]", "'")
                .replaceAll("[\u201c\u201d\"]", "")
                .replaceAll("\\s+", language == Language.MANDARIN ? "" : " ")
                .replace('\u3002', '.')
                .strip()
                .replaceAll("[.,;:]+$", "");
        return new PromptText(language, plain);
    }

    /** The name of the file for it: readable as far as it can be, and the same on every machine. */
    String file() {
        String slug = normal.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String start = slug.length() <= SLUG ? slug : slug.substring(0, SLUG).replaceAll("-[^-]*$", "");
        return (start.isEmpty() ? language.tag() : start) + "-" + hash() + ".wav";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((language.tag() + "\n" + normal).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
