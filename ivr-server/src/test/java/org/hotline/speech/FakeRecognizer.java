package org.hotline.speech;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;

/**
 * A recognizer for which any sound stands for speech: the n-th utterance that has sound in it is heard as the n-th text
 * it was given. Words appear in the partial text one every 200 ms of sound. Where phrases are expected, a text with any
 * other word is not understood, and stays to be heard by whoever expects anything.
 */
public final class FakeRecognizer implements Recognizer {
    private static final double AUDIBLE = 500;
    private static final int FRAMES_A_WORD = 10;

    private final Deque<String> texts = new ArrayDeque<>();
    private final List<List<String>> phrases = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Map<Language, Set<String>> vocabulary = new EnumMap<>(Language.class);
    private boolean down;
    private boolean withoutEnd;
    private Duration behind = Duration.ZERO;

    public FakeRecognizer(String... texts) {
        this.texts.addAll(List.of(texts));
    }

    /** From now on nothing can be recognised. */
    public FakeRecognizer goesDown() {
        down = true;
        return this;
    }

    /** Final texts never come, and partial texts lag behind the sound. */
    public FakeRecognizer neverFinishes(Duration lag) {
        withoutEnd = true;
        behind = lag;
        return this;
    }

    /** This word is not in its vocabulary. */
    public FakeRecognizer withoutWord(String word) {
        unknown.add(word);
        return this;
    }

    /** In this language its vocabulary is these words and no others. */
    public FakeRecognizer withWords(Language language, Set<String> words) {
        vocabulary.put(language, words);
        return this;
    }

    /** The phrase lists it was asked to expect, in order of listening. */
    public List<List<String>> phrases() {
        return List.copyOf(phrases);
    }

    @Override
    public Recognition listen(Language language, int rate, List<String> expected) {
        phrases.add(expected);
        return new Utterance(expected);
    }

    @Override
    public Set<Language> languages() {
        return down ? Set.of() : EnumSet.allOf(Language.class);
    }

    @Override
    public Set<String> unknownWords(Language language, List<String> phrases) {
        Set<String> words = new TreeSet<>(List.of(String.join(" ", phrases).split(" ")));
        Set<String> known = vocabulary.get(language);
        words.removeIf(word -> known == null ? !unknown.contains(word) : known.contains(word));
        return words;
    }

    @Override
    public void close() {}

    private final class Utterance implements Recognition {
        private final Set<String> expected;
        private int sounding;

        Utterance(List<String> phrases) {
            expected = new TreeSet<>(List.of(String.join(" ", phrases).split(" ")));
        }

        private boolean isExpected(String text) {
            return expected.equals(Set.of("")) || expected.containsAll(List.of(text.split(" ")));
        }

        @Override
        public void accept(Frame heard) {
            sounding += heard.rms() > AUDIBLE ? 1 : 0;
        }

        @Override
        public Transcript partial() {
            if (texts.isEmpty() || !isExpected(texts.getFirst())) {
                return Transcript.EMPTY;
            }
            List<String> words = List.of(texts.getFirst().split(" "));
            return Transcript.of(String.join(" ", words.subList(0, Math.min(words.size(), sounding / FRAMES_A_WORD))));
        }

        @Override
        public Duration behind() {
            return behind;
        }

        @Override
        public CompletableFuture<Transcript> finish() {
            if (withoutEnd) {
                return new CompletableFuture<>();
            }
            boolean heard = sounding > 0 && !texts.isEmpty() && isExpected(texts.getFirst()) && !down;
            return CompletableFuture.completedFuture(heard ? Transcript.of(texts.removeFirst()) : Transcript.EMPTY);
        }

        @Override
        public boolean hasFailed() {
            return down;
        }

        @Override
        public void close() {}
    }
}
