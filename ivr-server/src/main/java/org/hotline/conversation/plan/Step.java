package org.hotline.conversation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a dialplan: a name and exactly one verb. Every way out is written. */
public sealed interface Step {
    String name();

    /** Everything this step may say, in the order written. */
    List<Wording> wordings();

    /** The steps it may go on with, in the order written. */
    List<String> targets();

    /** Say something, then go on. */
    record Say(String name, Wording say, String then) implements Step {
        @Override
        public List<Wording> wordings() {
            return List.of(say);
        }

        @Override
        public List<String> targets() {
            return List.of(then);
        }
    }

    /**
     * Ask what the caller wants.
     *
     * @param keys which key stands for which intent
     * @param when where each intent leads; only these are understood here
     * @param locates the answer is the caller's issue
     * @param confirm read-back when the understanding is unsure; {@code {issue}} is the intent's name
     */
    record Ask(
            String name,
            Wording ask,
            Map<Character, String> keys,
            Map<String, String> when,
            boolean locates,
            Optional<Wording> confirm,
            Attempts attempts)
            implements Step {
        @Override
        public List<Wording> wordings() {
            return all(Optional.of(ask), attempts, confirm);
        }

        @Override
        public List<String> targets() {
            List<String> targets = new ArrayList<>(when.values());
            targets.add(attempts.giveUp());
            return targets;
        }
    }

    /**
     * Find out which of the hotline's issues the caller has.
     *
     * @param ask the open question
     * @param keys which key answers it with which issue or group of issues
     * @param clues a look-up of the caller, whose value {@link #CLUES} names the clues that hold; asked before the first word
     * @param agents where people are: for issues that need them, and when it is not worth asking on
     * @param then where to go on when an issue's answer was said
     * @param flows the steps that issues are served by, as the tree says
     */
    record Locate(
            String name,
            Wording ask,
            Map<Character, String> keys,
            Optional<Lookup> clues,
            String agents,
            String then,
            List<String> flows,
            Attempts attempts)
            implements Step {
        /** The value of the look-up that names clues, separated by blanks. */
        public static final String CLUES = "clues";

        @Override
        public List<Wording> wordings() {
            return all(Optional.of(ask), attempts, Optional.empty());
        }

        @Override
        public List<String> targets() {
            List<String> targets = new ArrayList<>(flows);
            targets.addAll(List.of(agents, then, attempts.giveUp()));
            return targets;
        }
    }

    /**
     * Collect a value into a slot, by voice, by keys or both.
     *
     * @param slot the slot's name
     * @param as what kind of value
     * @param known what may be known of it already
     * @param confirm read-back that must be agreed to, if wanted
     */
    record Collect(
            String name,
            String slot,
            SlotType as,
            Optional<KnownValue> known,
            Wording ask,
            Optional<Wording> confirm,
            String then,
            Attempts attempts)
            implements Step {
        @Override
        public List<Wording> wordings() {
            List<Wording> all = new ArrayList<>(all(Optional.of(ask), attempts, confirm));
            known.map(KnownValue::ask).ifPresent(all::add);
            return all;
        }

        @Override
        public List<String> targets() {
            return List.of(then, attempts.giveUp());
        }
    }

    /**
     * A value that a look-up of the caller may have found before it is asked for.
     *
     * @param slot where the look-up put it
     * @param ask asks whether it is this one: yes or no
     */
    record KnownValue(String slot, Wording ask) {}

    /**
     * Look something up in the business's own tables.
     *
     * @param query the query's name
     * @param arguments slots, in the order of the query's parameters
     * @param say what to say first, if anything
     * @param when where each outcome leads; {@code unknown} and {@code unavailable} are always among them
     */
    record Lookup(String name, String query, List<String> arguments, Optional<Wording> say, Map<String, String> when)
            implements Step {
        @Override
        public List<Wording> wordings() {
            return say.stream().toList();
        }

        @Override
        public List<String> targets() {
            return List.copyOf(when.values());
        }
    }

    /**
     * Go on by what is known.
     *
     * @param slot a slot's name, or {@code issue} for the caller's issue
     * @param when where each value leads: an intent for the issue, else the value as text
     * @param otherwise where any other value leads, and none
     */
    record Branch(String name, String slot, Map<String, String> when, String otherwise) implements Step {
        @Override
        public List<Wording> wordings() {
            return List.of();
        }

        @Override
        public List<String> targets() {
            List<String> targets = new ArrayList<>(when.values());
            targets.add(otherwise);
            return targets;
        }
    }

    /** Wait for an agent. */
    record ToQueue(String name, String queue, Optional<Wording> say, Move.Wait waiting) implements Step {
        @Override
        public List<Wording> wordings() {
            return say.stream().toList();
        }

        @Override
        public List<String> targets() {
            return waiting.then().stream().toList();
        }
    }

    /** Connect with a SIP address; {@code giveUp} is where to go if that fails. */
    record Transfer(String name, String target, Optional<Wording> say, Optional<String> giveUp) implements Step {
        @Override
        public List<Wording> wordings() {
            return say.stream().toList();
        }

        @Override
        public List<String> targets() {
            return giveUp.stream().toList();
        }
    }

    /** Record a message for a mailbox. */
    record Voicemail(String name, String mailbox, Optional<Wording> say, Optional<String> then) implements Step {
        @Override
        public List<Wording> wordings() {
            return say.stream().toList();
        }

        @Override
        public List<String> targets() {
            return then.stream().toList();
        }
    }

    /**
     * Ask how it was, once: any answer and none leads on.
     *
     * @param scale what is rated by; the answer fills a slot of its name
     */
    record Survey(String name, Scale scale, Wording ask, String then) implements Step {
        @Override
        public List<Wording> wordings() {
            return List.of(ask);
        }

        @Override
        public List<String> targets() {
            return List.of(then);
        }
    }

    /** End the call. */
    record HangUp(String name, Optional<Wording> say) implements Step {
        @Override
        public List<Wording> wordings() {
            return say.stream().toList();
        }

        @Override
        public List<String> targets() {
            return List.of();
        }
    }

    private static List<Wording> all(Optional<Wording> first, Attempts attempts, Optional<Wording> last) {
        List<Wording> all = new ArrayList<>();
        first.ifPresent(all::add);
        all.addAll(attempts.wordings());
        last.ifPresent(all::add);
        return all;
    }
}
