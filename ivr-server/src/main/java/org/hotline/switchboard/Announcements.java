package org.hotline.switchboard;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;

/**
 * What the switchboard itself says in a language.
 *
 * @param position to a waiting caller, with {@code {position}}
 * @param next to the caller who is next
 * @param whisper to an agent before the caller is put through, with {@code {issue}} and {@code {digits}}
 * @param noTransfer to a caller whose transfer failed
 * @param signedIn to an agent, and so on
 */
public record Announcements(
        Wording position,
        Wording next,
        Wording whisper,
        Wording noTransfer,
        Wording signedIn,
        Wording signedOut,
        Wording ready,
        Wording onBreak) {
    private static final Announcements ENGLISH = read(Language.ENGLISH);
    private static final Announcements MANDARIN = read(Language.MANDARIN);

    public static Announcements of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
    }

    /** Every fixed text, to be rendered beforehand. */
    public List<String> spokenTexts() {
        List<String> texts = new ArrayList<>();
        List.of(position, next, whisper, noTransfer, signedIn, signedOut, ready, onBreak)
                .forEach(wording -> texts.addAll(wording.texts()));
        return texts;
    }

    /** Tells the place; 1 is next. */
    Prompt place(int place) {
        return place <= 1 ? next.with(Map.of()) : position.with(Map.of("position", new Piece.Count(place)));
    }

    private static Announcements read(Language language) {
        String file = "announcements-" + language.tag() + ".properties";
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Announcements.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Announcements(
                wording(texts, "position"),
                wording(texts, "next"),
                wording(texts, "whisper"),
                wording(texts, "no-transfer"),
                wording(texts, "signed-in"),
                wording(texts, "signed-out"),
                wording(texts, "ready"),
                wording(texts, "on-break"));
    }

    private static Wording wording(Properties texts, String key) {
        return new Wording(Objects.requireNonNull(texts.getProperty(key), key));
    }
}
