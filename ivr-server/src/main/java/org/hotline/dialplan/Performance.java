package org.hotline.dialplan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.conversation.turn.Turn;
import org.hotline.speech.Piece;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/** A script being performed: prompts the caller's part, and compares what is said and understood with what is written. */
final class Performance implements TalkListener, Lookups {
    private final Deque<Script.Line> lines;
    private final Lookups lookups;
    private final Place end;
    private final Map<String, String> decided = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private Optional<Script.Line.Turn> turn = Optional.empty();
    private boolean speechIsUp = true;

    Performance(Script script, Lookups lookups) {
        this.lines = new ArrayDeque<>(script.lines());
        lines.removeIf(Script.Line.Calling.class::isInstance);
        this.lookups = lookups;
        this.end = script.lines().isEmpty()
                ? new Place(script.file().toString(), 1)
                : script.lines().getLast().place();
        readLookupsAndSpeech();
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    void complain(Place place, String sentence) {
        complaints.add(new Complaint(place, sentence, ""));
    }

    boolean speechIsUp() {
        return speechIsUp;
    }

    /** The caller's turn. A caller of whom nothing more is written hangs up. */
    Deed nextDeed() {
        readOn();
        if (!(lines.peekFirst() instanceof Script.Line.Turn next)) {
            return new Deed.HangsUp();
        }
        lines.removeFirst();
        said.clear();
        turn = Optional.of(next);
        readLookupsAndSpeech();
        return next.deed();
    }

    /** True if it is written that the caller comes back from where they were sent. */
    boolean comesBack() {
        readOn();
        boolean back = lines.peekFirst() instanceof Script.Line.Back;
        if (back) {
            lines.removeFirst();
            said.clear();
        }
        return back;
    }

    void ended(String how) {
        readOn();
        if (lines.peekFirst() instanceof Script.Line.Ends ends) {
            lines.removeFirst();
            if (!ends.how().equals(how)) {
                complain(
                        ends.place(),
                        "the call should end with \"" + ends.how() + "\", but ended with \"" + how + "\"");
            }
        }
        Optional.ofNullable(lines.peekFirst())
                .ifPresent(
                        left -> complain(left.place(), "the call was over before this: it ended with \"" + how + "\""));
    }

    @Override
    public void saying(String prompt) {
        said.add(prompt);
    }

    @Override
    public void hearing(String partial) {}

    @Override
    public void turned(Turn taken) {
        if (taken.answer() instanceof Turn.Answer.NotAsked) {
            return;
        }
        turn.flatMap(Script.Line.Turn::meaning).ifPresent(meaning -> {
            String understood = taken.intent().orElse("no-match");
            if (!understood.equals(meaning)) {
                complain(
                        turn.map(Script.Line.Turn::place).orElse(end),
                        "this should be understood as " + meaning + ", but is understood as " + understood);
            }
        });
        turn = Optional.empty();
    }

    @Override
    public Result look(Query query, Map<String, Piece> arguments) {
        String outcome = decided.get(query.name());
        if (outcome == null) {
            return lookups.look(query, arguments);
        }
        return switch (outcome) {
            case Query.UNKNOWN, Query.UNCHANGED -> new Result.Unknown();
            case Query.UNAVAILABLE -> new Result.Unavailable();
            default -> new Result.Found(outcome, Map.of());
        };
    }

    /** Compares the bot's lines that are due, up to the next line that is not the bot's. */
    private void readOn() {
        int from = 0;
        readLookupsAndSpeech();
        while (lines.peekFirst() instanceof Script.Line.Bot bot) {
            lines.removeFirst();
            from = compare(bot, from);
            readLookupsAndSpeech();
        }
    }

    private int compare(Script.Line.Bot bot, int from) {
        for (int i = from; i < said.size(); i++) {
            if (said.get(i).toLowerCase(Locale.ROOT).contains(bot.words().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        complain(
                bot.place(),
                "the bot should say \"" + bot.words() + "\", but says \"" + String.join(" / ", said) + "\"");
        return from;
    }

    private void readLookupsAndSpeech() {
        boolean read = true;
        while (read) {
            Script.Line next = lines.peekFirst();
            if (next instanceof Script.Line.Lookup lookup) {
                decided.put(lookup.query(), lookup.outcome());
            } else if (next instanceof Script.Line.Speech speech) {
                speechIsUp = speech.up();
            } else {
                read = false;
            }
            if (read) {
                lines.removeFirst();
            }
        }
    }
}
