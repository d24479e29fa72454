package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds phrases that agree, refuse, or look like it and do neither; at each place the longest phrase counts. */
final class Polarity {
    private enum Sense {
        YES,
        NO,
        NEITHER
    }

    private final Set<String> agreeing;
    private final Set<String> refusing;
    private final Pattern phrases;

    private Polarity(Set<String> agreeing, Set<String> refusing, Set<String> neither, String before, String after) {
        this.agreeing = agreeing;
        this.refusing = refusing;
        List<String> all = new ArrayList<>(neither);
        all.addAll(agreeing);
        all.addAll(refusing);
        all.sort(Comparator.comparingInt(String::length).reversed());
        this.phrases = Pattern.compile(
                all.stream().map(Pattern::quote).collect(Collectors.joining("|", before + "(?:", ")" + after)));
    }

    /** Phrases of whole words separated by blanks. */
    static Polarity ofWords(Set<String> agreeing, Set<String> refusing, Set<String> neither) {
        return new Polarity(agreeing, refusing, neither, "(?<![^ ])", "(?![^ ])");
    }

    /** Phrases anywhere in a text without blanks. */
    static Polarity ofCharacters(Set<String> agreeing, Set<String> refusing, Set<String> neither) {
        return new Polarity(agreeing, refusing, neither, "", "");
    }

    /** True if the text only agrees, false if it only refuses. */
    Optional<Boolean> read(String text) {
        Set<Sense> senses = EnumSet.noneOf(Sense.class);
        phrases.matcher(text).results().map(MatchResult::group).map(this::sense).forEach(senses::add);
        senses.remove(Sense.NEITHER);
        return senses.size() == 1 ? Optional.of(senses.contains(Sense.YES)) : Optional.empty();
    }

    /** What is left of the text without any of the phrases. */
    String rest(String text) {
        return phrases.matcher(text).replaceAll(" ").strip();
    }

    /** The text without the phrases that it begins with, if they agree or refuse. */
    String after(String text) {
        Matcher matcher = phrases.matcher(text);
        String rest = text;
        while (matcher.lookingAt() && sense(matcher.group()) != Sense.NEITHER) {
            rest = rest.substring(matcher.end()).strip();
            matcher.reset(rest);
        }
        return rest;
    }

    private Sense sense(String phrase) {
        return agreeing.contains(phrase) ? Sense.YES : refusing.contains(phrase) ? Sense.NO : Sense.NEITHER;
    }
}
