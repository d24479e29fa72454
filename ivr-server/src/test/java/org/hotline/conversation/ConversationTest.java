package org.hotline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;
import org.hotline.call.CallEnded;
import org.hotline.call.FakeCall;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.turn.Caller;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.conversation.turn.Turn;
import org.hotline.dialplan.Plans;
import org.hotline.speech.FakeRecognizer;
import org.hotline.speech.FakeVoice;
import org.hotline.speech.Language;
import org.hotline.speech.Sounds;
import org.junit.jupiter.api.Test;

/** The sample plan over a line with sound on it; what typed calls cannot show. */
class ConversationTest {
    private static final Dialplan PLAN = Plans.of("shop-en");
    private static final Comprehension COMPREHENSION = Plans.comprehension(PLAN);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Pcm SENTENCE = Sounds.voice(900, 120, 8000);
    private static final Duration PROMPT = Duration.ofSeconds(2);

    private final List<Turn> turns = new ArrayList<>();

    private Conversation conversation(FakeCall call, FakeRecognizer recognizer, Lookups lookups) {
        TalkListener listener = new TalkListener() {
            @Override
            public void saying(String prompt) {}

            @Override
            public void hearing(String partial) {}

            @Override
            public void turned(Turn turn) {
                turns.add(turn);
            }
        };
        Caller caller = new Caller(call, Language.ENGLISH, recognizer, new FakeVoice(PROMPT), listener, Runnable::run);
        return new Conversation(PLAN, caller, COMPREHENSION, lookups, NOON, listener);
    }

    @Test
    void notesTurnsWithTheirTimes() {
        FakeCall call = new FakeCall()
                .waits(PROMPT.plusSeconds(1)) // the welcome, and a second of the question
                .sounds(SENTENCE)
                .waits(Duration.ofSeconds(4))
                .presses("12345678")
                .waits(Duration.ofSeconds(1))
                .presses("1");
        Conversation conversation = conversation(call, new FakeRecognizer("you sent me the wrong item"), Lookups.NONE);

        assertThat(conversation.hold()).isInstanceOfSatisfying(Move.ToQueue.class, move -> {
            assertThat(move.queue()).isEqualTo("english");
            assertThat(move.waiting().atMost()).contains(Duration.ofMinutes(5));
        });
        assertThat(turns).extracting(Turn::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        Turn said = turns.get(1);
        assertThat(said.step()).isEqualTo("what-is-wrong");
        assertThat(said.at()).isEqualTo(NOON.instant());
        assertThat(said.intent()).contains("wrong-item");
        assertThat(said.bargeIn().orElseThrow()).isBetween(Duration.ofMillis(40), Duration.ofMillis(150));
        assertThat(said.responseTime().orElseThrow()).isEqualTo(Duration.ofMillis(480));
        assertThat(turns.get(2).prompt()).contains("it is about a wrong item");
        assertThat(turns.get(3).answer()).isEqualTo(new Turn.Answer.Keyed("12345678"));
    }

    @Test
    void aWishThatIsSureIsAnsweredSooner() {
        FakeCall call = new FakeCall()
                .waits(PROMPT.plusSeconds(3))
                .sounds(Sounds.voice(1500, 120, 8000))
                .waits(Duration.ofSeconds(3))
                .hangsUp();
        Conversation conversation = conversation(call, new FakeRecognizer("you sent me the wrong item"), Lookups.NONE);
        assertThatThrownBy(conversation::hold).isInstanceOf(CallEnded.class);
        assertThat(turns.get(1).intent()).contains("wrong-item");
        assertThat(turns.get(1).responseTime().orElseThrow()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void knowsWhatTheAgentNeeds() {
        FakeCall call = new FakeCall()
                .presses("5")
                .waits(Duration.ofSeconds(1))
                .presses("87654321")
                .waits(Duration.ofSeconds(1))
                .presses("1");
        Conversation conversation = conversation(call, new FakeRecognizer(), Lookups.NONE);
        conversation.hold();

        Known known = conversation.known();
        assertThat(known.language()).isEqualTo(Language.ENGLISH);
        assertThat(known.issue()).contains("wrong-item");
        assertThat(known.slots()).containsEntry("order", "87654321");
        assertThat(known.turns()).isEqualTo(turns);
    }

    @Test
    void isHeldAgainFromAStepWithWhatItKnows() {
        FakeCall call = new FakeCall()
                .presses("5")
                .waits(Duration.ofSeconds(1))
                .presses("87654321")
                .waits(Duration.ofSeconds(1))
                .presses("1");
        Conversation conversation = conversation(call, new FakeRecognizer(), Lookups.NONE);
        Move first = conversation.hold();
        assertThat(first).isInstanceOf(Move.ToQueue.class);
        String overflow = ((Move.ToQueue) first).waiting().then().orElseThrow();

        assertThat(conversation.hold(overflow)).isEqualTo(new Move.ToVoicemail("shop", Optional.of("goodbye")));
        assertThat(conversation.known().issue()).contains("wrong-item");
    }

    @Test
    void aHangUpUnwindsIt() {
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(3)).hangsUp();
        assertThatThrownBy(() ->
                        conversation(call, new FakeRecognizer(), Lookups.NONE).hold())
                .isInstanceOf(CallEnded.class);
    }

    @Test
    void ourFaultsAreNotSwallowed() {
        FakeCall call = new FakeCall()
                .presses("1")
                .waits(Duration.ofSeconds(1))
                .presses("12345678")
                .waits(Duration.ofSeconds(1))
                .presses("1");
        Lookups broken = (query, arguments) -> {
            throw new IllegalStateException("a bug");
        };
        assertThatThrownBy(
                        () -> conversation(call, new FakeRecognizer(), broken).hold())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
    }

    @Test
    void angerAndAnotherWishAreHeardWhereDigitsAreExpected() {
        Conversation angry = atTheNumber("get me your boss");
        assertThat(angry.hold()).isInstanceOf(Move.ToQueue.class);
        assertThat(angry.known().slots()).containsEntry("mood", "angry");

        Conversation wish = atTheNumber("i was charged twice");
        assertThatThrownBy(wish::hold).isInstanceOf(CallEnded.class);
        assertThat(turns)
                .extracting(Turn::prompt)
                .anyMatch(prompt -> prompt.contains("it is about being charged twice"));
    }

    /** Who has a wrong item is asked for the order's number, and says this. */
    private Conversation atTheNumber(String said) {
        turns.clear();
        FakeCall call = new FakeCall()
                .presses("5")
                .waits(PROMPT.multipliedBy(3))
                .sounds(SENTENCE)
                .waits(Duration.ofSeconds(6))
                .hangsUp();
        return conversation(call, new FakeRecognizer(said), Lookups.NONE);
    }

    @Test
    void expectsDigitsAndACallForAPersonWhereTheNumberIsAsked() {
        FakeRecognizer recognizer = new FakeRecognizer("agent");
        FakeCall call = new FakeCall().presses("5").waits(Duration.ofSeconds(4)).sounds(SENTENCE);
        assertThat(conversation(call, recognizer, Lookups.NONE).hold()).isInstanceOf(Move.ToQueue.class);
        assertThat(recognizer.phrases().getLast()).contains("seven", "oh", "agent", "operator");
    }
}
