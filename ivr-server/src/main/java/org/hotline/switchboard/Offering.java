package org.hotline.switchboard;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hotline.audio.Frame;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.conversation.Known;
import org.hotline.conversation.turn.Prompt;
import org.hotline.queue.Offer;
import org.hotline.queue.QueueSettings;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;

/** How an agent is rung, told what the call is about, and joined. Any thread. */
final class Offering {
    /** The distributor takes an offer back before the phone stops by itself. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final int LONGEST_WHISPER = 12 * Frame.PER_SECOND;

    private final Equipment equipment;
    private final SwitchboardSettings settings;
    private final Semaphore transcribed;

    Offering(Equipment equipment, SwitchboardSettings settings) {
        this.equipment = equipment;
        this.settings = settings;
        this.transcribed = new Semaphore(settings.transcribedTalks() * 2);
    }

    /** Rings the agent's phone, which shows the caller's number and the queue. */
    Dialled dial(Offer offer, Line line) {
        Duration ringFor = equipment
                .queue(offer.queue())
                .map(QueueSettings::offerTimeout)
                .orElse(Duration.ofSeconds(15))
                .plus(SLACK);
        return equipment
                .agent(offer.agent())
                .map(agent -> equipment
                        .front()
                        .dial(new Destination(agent.phone(), line.call().calling(), offer.queue()), ringFor))
                .orElse(new Dialled.Failed(HangupCause.UNALLOCATED_NUMBER));
    }

    Bridge bridge(int rate) {
        return new Bridge(rate, Sounds.music(rate), settings.transfers());
    }

    /** What the agent hears before the caller: what it is about, or just a beep. */
    List<Frame> whisper(Line line, int rate) {
        Language language = line.plan().map(plan -> plan.language()).orElse(settings.officeLanguage());
        List<Frame> spoken = Speaking.frames(equipment.synthesizer(), language, words(line, language), rate);
        return spoken.isEmpty() ? Sounds.beep(rate) : spoken.subList(0, Math.min(spoken.size(), LONGEST_WHISPER));
    }

    private static Prompt words(Line line, Language language) {
        Map<String, Piece> slots = new HashMap<>();
        Optional<Known> known = line.picture().known();
        known.flatMap(Known::calledIssue).ifPresent(called -> slots.put("issue", new Piece.Text(called)));
        known.stream()
                .flatMap(learnt -> learnt.slots().values().stream())
                .filter(value -> value.matches("[0-9]{3,12}"))
                .max(Comparator.comparingInt(String::length))
                .ifPresent(number -> slots.put("digits", new Piece.Digits(number)));
        return Announcements.of(language).whisper().with(slots);
    }

    /** Writes down what one side says from now on, if there is capacity to spare. */
    Stenographer stenographer(Line line, String side) {
        Language language = line.plan().map(plan -> plan.language()).orElse(settings.officeLanguage());
        Stenographer stenographer = new Stenographer(line, side, equipment.recognizer(), language);
        if (equipment.recognizer().languages().contains(language) && transcribed.tryAcquire()) {
            stenographer.start(transcribed::release);
            line.writtenUntil(stenographer.finished());
        } else {
            stenographer.close();
        }
        return stenographer;
    }
}
