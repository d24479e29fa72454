package org.hotline.bench.locate;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hotline.issue.Facet;
import org.hotline.issue.InLanguages;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Language;

/** A simulated caller who speaks: what they mean, in words or as keys. */
final class SpokenCaller {
    /** Nobody is offered more than there are keys for. */
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

    private final String number;
    private final SimulatedCaller.Caller who;
    private final boolean isKnown;
    private final IssueTree tree;
    private final Language language;
    private final SimulatedCaller meaning;
    private final Random chance;

    /** An answer as it goes over the line. */
    sealed interface Answer {
        /** @param open whether it is a description, in the caller's own words */
        record Words(String text, boolean open) implements Answer {}

        record Keys(String keys) implements Answer {}

        record Silence() implements Answer {}
    }

    /**
     * @param number that their phone shows
     * @param isKnown whether the hotline knows of their clues
     * @param meaning what they answer; nothing of it is misheard yet
     */
    SpokenCaller(
            String number,
            SimulatedCaller.Caller who,
            boolean isKnown,
            IssueTree tree,
            Language language,
            SimulatedCaller meaning) {
        this.number = number;
        this.who = who;
        this.isKnown = isKnown;
        this.tree = tree;
        this.language = language;
        this.meaning = meaning;
        this.chance = new Random(who.seed() + 1);
    }

    String number() {
        return number;
    }

    SimulatedCaller.Caller who() {
        return who;
    }

    Set<String> clues() {
        return isKnown ? who.clues() : Set.of();
    }

    /** A voice of their own. */
    int voice() {
        return (int) (who.seed() & 0xff);
    }

    /**
     * Answers what is asked.
     *
     * @param act as the call's story has it: {@code guide}, {@code facet NAME}, {@code offer NAME NAME}, {@code confirm NAME} or
     *     {@code tell NAME}
     * @param isFirst whether nothing was asked before
     */
    Answer answers(String act, boolean isFirst) {
        String[] words = act.split(" ", -1);
        List<String> names = List.of(words).subList(1, words.length);
        return switch (words[0]) {
            case "guide" -> description();
            case "facet" -> chosen(meaning.chooses(facet(names.getFirst())));
            case "offer" -> picked(meaning.picks(names));
            case "confirm" -> agreed(meaning.agrees(names.getFirst()), isFirst);
            case "tell" -> meaning.hears(names.getFirst()).yes() ? new Answer.Silence() : new Answer.Words(no(), false);
            default -> throw new IllegalArgumentException("nobody asked anything: " + act);
        };
    }

    private Answer.Words description() {
        return new Answer.Words(meaning.describes().readings().getFirst().text(), true);
    }

    private Answer chosen(Evidence.Chose chose) {
        if (chose.choice().isEmpty()) {
            return new Answer.Words(inEither("i do not know", "不知道"), false);
        }
        String choice = chose.choice().orElseThrow();
        Facet facet = facet(chose.facet());
        List<String> choices = List.copyOf(facet.choices().keySet());
        if (chose.by() == Evidence.By.KEY) {
            return key(choices.indexOf(choice));
        }
        List<String> said = Optional.ofNullable(facet.choices().get(choice))
                .map(Facet.Choice::utterances)
                .flatMap(utterances -> utterances.in(language))
                .orElse(List.of(choice));
        return new Answer.Words(said.get(chance.nextInt(said.size())), false);
    }

    private Answer picked(Evidence.Picked picked) {
        int place = picked.picked()
                .map(picked.offered()::indexOf)
                .orElse(picked.offered().size());
        if (picked.by() == Evidence.By.KEY) {
            return key(place);
        }
        if (picked.picked().isEmpty()) {
            return new Answer.Words(inEither("none of these", "都不是"), false);
        }
        return new Answer.Words(chance.nextBoolean() ? called(picked.picked().orElseThrow()) : theOneAt(place), false);
    }

    private Answer agreed(Evidence.Agreed agreed, boolean isFirst) {
        if (agreed.by() == Evidence.By.KEY) {
            return key(agreed.yes() ? 0 : 1);
        }
        if (agreed.yes()) {
            return new Answer.Words(inEither("yes", "是的"), false);
        }
        return isFirst && meaning.saysMore()
                ? new Answer.Words(no() + " " + description().text(), true)
                : new Answer.Words(no(), false);
    }

    private String called(String name) {
        return Optional.ofNullable(tree.issues().get(name))
                .map(issue -> issue.called())
                .or(() -> Optional.ofNullable(tree.groups().get(name)).map(group -> group.called()))
                .flatMap((InLanguages<String> called) -> called.in(language))
                .orElse(name);
    }

    private String theOneAt(int place) {
        return inEither("the " + ORDINALS.get(place) + " one", "第" + "一二三四五六七八九".charAt(place) + "个");
    }

    private String no() {
        return inEither("no", "不是");
    }

    private String inEither(String english, String mandarin) {
        return switch (language) {
            case ENGLISH -> english;
            case MANDARIN -> mandarin;
        };
    }

    private Facet facet(String name) {
        return Optional.ofNullable(tree.facets().get(name)).orElseThrow();
    }

    private static Answer.Keys key(int place) {
        return new Answer.Keys(String.valueOf(place + 1));
    }
}
