package org.hotline.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.Call;
import org.hotline.history.CallEvent.*;

/** Made-up calls. */
public final class Stories {
    private Stories() {}

    /** One event of every kind, in an order that a call could take. */
    public static List<CallEvent> everyKind(Instant begin) {
        return List.of(
                new Arrived(begin, "1001", "4000", Optional.of("alice"), "sip:udp:127.0.0.1:5060"),
                new Signalling(begin, false, "INVITE", "127.0.0.1:5060", Optional.of(Call.Direction.INBOUND)),
                new Answered(begin.plusMillis(5), "shop", "en"),
                new RecordingStarted(begin.plusMillis(6), "2026/11/21/call.wav"),
                turn(begin.plusSeconds(1), 1),
                new Decided(
                        begin.plusSeconds(8),
                        2,
                        "what-is-wrong",
                        List.of(new Decided.Option("settle parcel-late", 0.2), new Decided.Option("people", 5)),
                        List.of(new Decided.Likely("parcel-late", 0.97)),
                        0.01,
                        0.3,
                        Optional.of(List.of("order-late")),
                        Optional.of("parcel-late 0.90, none 0.05")),
                new IssueLocated(begin.plusSeconds(9), "parcel-late", true, Map.of("order", "12345678")),
                new QueueEntered(begin.plusSeconds(10), "shop-en"),
                new Offered(begin.plusSeconds(10), "shop-en", "bob"),
                new OfferReturned(begin.plusSeconds(20), "bob", "no answer"),
                new QueueLeft(begin.plusSeconds(25), "shop-en", "timeout", Duration.ofSeconds(15)),
                new QueueEntered(begin.plusSeconds(30), "shop-late"),
                new AgentJoined(begin.plusSeconds(34), "shop-late", "carol", Duration.ofSeconds(4)),
                new Spoken(begin.plusSeconds(36), Duration.ofSeconds(36), "agent", "您好", 0.875),
                new AgentLeft(begin.plusSeconds(94), "carol", Duration.ofSeconds(60)),
                new VoicemailLeft(begin.plusSeconds(99), "shop", "2026/11/21/call-message.wav", Duration.ofSeconds(4)),
                new RecordingDegraded(begin.plusSeconds(100), Duration.ofMillis(40)),
                new CallEvent.Rated(begin.plusSeconds(100), "csat", 4),
                new Ended(begin.plusSeconds(100), new Ending.CallerHungUp(Ending.Where.IN_VOICEMAIL)),
                new MessageTranscribed(begin.plusSeconds(101), "2026/11/21/call-message.wav", "call me back", 0.75),
                new RecordingLost(begin.plusSeconds(101), "not yet"),
                new RecordingArchived(begin.plusSeconds(102), "2026/11/21/call.opus", Duration.ofSeconds(100)));
    }

    /** One turn in which the caller asks for a parcel. */
    public static TurnTaken turn(Instant at, int number) {
        return new TurnTaken(
                at,
                Duration.ofSeconds(1),
                number,
                "welcome",
                "How can I help?",
                "where is my parcel",
                "",
                "parcel-late",
                0.9375,
                Optional.of(Duration.ofMillis(120)),
                Optional.of(Duration.ofMillis(400)));
    }
}
