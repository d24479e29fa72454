package org.hotline.speech.vosk;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.hotline.speech.Language;

/**
 * A speech model as the manifest describes it.
 *
 * @param name of its folder
 * @param address of its zip; nothing for a model that cannot be fetched
 * @param bytes of the zip, if known
 * @param sha256 of the zip in hexadecimal, if known
 * @param licence SPDX identifier
 */
public record SpeechModel(
        String name,
        Language language,
        Size size,
        Optional<URI> address,
        OptionalLong bytes,
        Optional<String> sha256,
        String licence) {
    /** How much a model can; a bigger one of a language is used before a smaller one. */
    public enum Size {
        /** Ships with Hotline for demonstration and tests, not for real callers. */
        BUNDLED,
        /** Some 40 MB; runs on any machine. */
        SMALL,
        /** Some 130 MB. */
        MEDIUM,
        /** Over 1 GB; wants a server. */
        BIG
    }
}
