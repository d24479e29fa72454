package org.hotline.issue.belief;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.Transcript;

/** Something learnt about which issue it is. Pieces may come in any order and none is ever taken back. */
public sealed interface Evidence {

    /** How an answer came, which says how far it can be trusted: see {@link Reliability}. */
    enum By {
        KEY,
        VOICE,
        /** The caller was told what we took it for and did not object. */
        SILENCE
    }

    /**
     * What was found before the caller said a word.
     *
     * @param names clues of the tree, as {@link org.hotline.issue.HeldClue} writes them; unknown ones say nothing
     */
    record Clues(Set<String> names) implements Evidence {
        public Clues {
            names = Set.copyOf(names);
        }
    }

    /**
     * What the caller said to an open question, or beside the point of a closed one.
     *
     * @param readings what the recognizer may have heard, not empty
     * @param opinion what somebody besides the classifier makes of them
     */
    record Heard(List<Reading> readings, Opinion opinion) implements Evidence {
        public Heard {
            readings = List.copyOf(readings);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("no reading: nothing was heard");
            }
        }

        /** Words that only the classifier judges. */
        public Heard(List<Reading> readings) {
            this(readings, Opinion.NOT_ASKED);
        }

        /** The same words, judged by somebody else too. */
        public Heard with(Opinion other) {
            return new Heard(readings, other);
        }

        /** @param transcript not empty */
        public static Heard of(Transcript transcript) {
            return new Heard(transcript.readings().stream()
                    .map(reading -> new Reading(reading.text(), reading.probability()))
                    .toList());
        }
    }

    /**
     * One reading of an utterance.
     *
     * @param confidence above 0; only its ratio to the other readings' counts
     */
    record Reading(String text, double confidence) {}

    /**
     * The caller named something of their own that a look-up had found, an order or what is in it.
     *
     * @param clues those that hold and speak about that; unknown ones say nothing
     */
    record Named(Set<String> clues) implements Evidence {
        public Named {
            clues = Set.copyOf(clues);
        }
    }

    /**
     * The answer to a facet's question.
     *
     * @param choice nothing if the caller does not know, or none fits
     */
    record Chose(String facet, Optional<String> choice, By by) implements Evidence {}

    /**
     * The answer to a choice of several.
     *
     * @param offered names of issues or groups
     * @param picked one of them, or nothing for none of these
     */
    record Picked(List<String> offered, Optional<String> picked, By by) implements Evidence {
        public Picked {
            offered = List.copyOf(offered);
        }
    }

    /**
     * The answer to "is it about ...?".
     *
     * @param name an issue or a group
     * @param by silence if it was only told (an implicit confirmation), whether the caller let it pass or objected
     */
    record Agreed(String name, boolean yes, By by) implements Evidence {}
}
