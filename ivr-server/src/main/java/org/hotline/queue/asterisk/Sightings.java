package org.hotline.queue.asterisk;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.asteriskjava.manager.event.AbstractAgentEvent;
import org.asteriskjava.manager.event.AgentCalledEvent;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.AgentDumpEvent;
import org.asteriskjava.manager.event.AgentRingNoAnswerEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueCallerAbandonEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueCallerLeaveEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueEvent;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberPenaltyEvent;
import org.asteriskjava.manager.event.QueueMemberRemovedEvent;
import org.asteriskjava.manager.event.QueueMemberRingInUseEvent;
import org.asteriskjava.manager.event.QueueMemberStatusEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.asteriskjava.manager.event.VarSetEvent;
import org.hotline.queue.observed.Caller;
import org.hotline.queue.observed.Fact;
import org.hotline.queue.observed.Member;
import org.hotline.queue.observed.Sighting;
import org.hotline.queue.observed.Sighting.Parting;
import org.jspecify.annotations.Nullable;

/** What the manager interface's events say of queues. Pure. Times in events are whole seconds. */
public final class Sightings {
    /** The events to listen for. */
    public static final Set<Class<? extends ManagerEvent>> KINDS = Set.of(
            QueueMemberAddedEvent.class,
            QueueMemberRemovedEvent.class,
            QueueMemberStatusEvent.class,
            QueueMemberPauseEvent.class,
            QueueMemberPenaltyEvent.class,
            QueueMemberRingInUseEvent.class,
            QueueCallerJoinEvent.class,
            QueueCallerLeaveEvent.class,
            QueueCallerAbandonEvent.class,
            AgentCalledEvent.class,
            AgentConnectEvent.class,
            AgentCompleteEvent.class,
            AgentRingNoAnswerEvent.class,
            AgentDumpEvent.class,
            HangupRequestEvent.class,
            HangupEvent.class,
            VarSetEvent.class);

    /** What stands for a withheld number. */
    private static final Set<String> UNKNOWN = Set.of("<unknown>", "unknown", "anonymous");

    private Sightings() {}

    /** What this event says; nothing if it is of another kind, or so broken that it says nothing. */
    public static Optional<Sighting> of(ManagerEvent event) {
        return switch (event) {
            case QueueMemberStatusEvent e -> changed(e.getQueue(), e.getInterface(), () -> Members.of(e));
            case QueueMemberEvent e ->
                whole(e.getQueue(), e.getInterface()).map(seat -> new Sighting.MemberSeen(Members.of(e)));
            case QueueMemberAddedEvent e -> changed(e.getQueue(), e.getInterface(), () -> Members.of(e));
            case QueueMemberPauseEvent e -> changed(e.getQueue(), e.getInterface(), () -> Members.of(e));
            case QueueMemberPenaltyEvent e -> changed(e.getQueue(), e.getInterface(), () -> Members.of(e));
            case QueueMemberRingInUseEvent e -> changed(e.getQueue(), e.getInterface(), () -> Members.of(e));
            case QueueMemberRemovedEvent e ->
                whole(e.getQueue(), e.getInterface())
                        .map(seat -> new Sighting.MemberRemoved(seat.queue(), seat.name()));
            case QueueParamsEvent e -> whole(e.getQueue(), "-").map(seat -> new Sighting.QueueSeen(seat.queue()));
            case QueueEntryEvent e ->
                whole(e.getQueue(), e.getUniqueId())
                        .map(seat -> new Sighting.CallerSeen(
                                seat.queue(),
                                position(e.getPosition()),
                                caller(e, seat.name(), e.getChannel(), null),
                                seconds(e.getWait())));
            case QueueEvent e -> whole(e.getQueue(), e.getUniqueId()).flatMap(seat -> waiting(e, seat));
            case AgentCalledEvent e ->
                whole(e.getQueue(), e.getUniqueId())
                        .map(seat -> new Sighting.AgentCalled(
                                seat.queue(),
                                text(e.getInterface()),
                                agent(e.getMemberName(), e.getInterface()),
                                caller(e, seat.name(), e.getChannel(), e.getLanguage())));
            case AbstractAgentEvent e -> whole(e.getQueue(), e.getUniqueId()).flatMap(seat -> served(e, seat));
            case HangupRequestEvent e -> Optional.of(new Sighting.ChannelHangsUp(text(e.getUniqueId())));
            case VarSetEvent e -> whole(e.getVariable(), e.getUniqueId()).flatMap(set -> exit(set, text(e.getValue())));
            case HangupEvent e -> Optional.of(new Sighting.ChannelGone(text(e.getUniqueId())));
            default -> Optional.empty();
        };
    }

    /** {@code QUEUESTATUS}, set when {@code Queue()} is left without an agent, but for a key. */
    private static Optional<Sighting> exit(Seat set, String status) {
        if (!set.queue().equals("QUEUESTATUS")) {
            return Optional.empty();
        }
        return switch (status) {
            case "TIMEOUT" -> Optional.of(new Sighting.CallerLeftBy(set.name(), Fact.Exit.TIME_OUT));
            case "LEAVEEMPTY", "LEAVEUNAVAIL" -> Optional.of(new Sighting.CallerLeftBy(set.name(), Fact.Exit.EMPTY));
            case "WITHDRAW" -> Optional.of(new Sighting.CallerLeftBy(set.name(), Fact.Exit.UNKNOWN));
            default -> Optional.empty(); // FULL and JOINEMPTY never waited, CONTINUE was served
        };
    }

    private static Optional<Sighting> waiting(QueueEvent event, Seat seat) {
        return switch (event) {
            case QueueCallerJoinEvent e ->
                Optional.of(new Sighting.CallerJoined(
                        seat.queue(),
                        position(e.getPosition()),
                        caller(e, seat.name(), e.getChannel(), e.getLanguage())));
            case QueueCallerLeaveEvent e -> Optional.of(new Sighting.CallerLeft(seat.queue(), seat.name()));
            case QueueCallerAbandonEvent e ->
                Optional.of(new Sighting.CallerGaveUp(
                        seat.queue(),
                        caller(e, seat.name(), e.getChannel(), e.getLanguage()),
                        seconds(e.getHoldTime())));
            default -> Optional.empty();
        };
    }

    private static Optional<Sighting> served(AbstractAgentEvent event, Seat seat) {
        return switch (event) {
            case AgentRingNoAnswerEvent e ->
                Optional.of(new Sighting.AgentDidNotAnswer(
                        seat.queue(),
                        text(e.getInterface()),
                        agent(e.getMemberName(), e.getInterface()),
                        caller(e, seat.name(), e.getChannel(), e.getLanguage())));
            case AgentDumpEvent e -> // the library does not keep its Interface
                Optional.of(new Sighting.AgentDidNotAnswer(
                        seat.queue(),
                        "",
                        agent(e.getMemberName(), e.getMember()),
                        caller(e, seat.name(), e.getChannel(), null)));
            case AgentConnectEvent e ->
                Optional.of(new Sighting.AgentConnected(
                        seat.queue(),
                        text(e.getInterface()),
                        agent(e.getMemberName(), e.getInterface()),
                        caller(e, seat.name(), e.getChannel(), e.getLanguage()),
                        seconds(e.getHoldTime()),
                        text(e.getDestChannel())));
            case AgentCompleteEvent e ->
                Optional.of(new Sighting.AgentCompleted(
                        seat.queue(),
                        text(e.getInterface()),
                        agent(e.getMemberName(), e.getInterface()),
                        caller(e, seat.name(), e.getChannel(), e.getLanguage()),
                        seconds(e.getHoldTime()),
                        seconds(e.getTalkTime()),
                        parting(e.getReason())));
            default -> Optional.empty();
        };
    }

    /** A queue (or a variable), and a member's location or a caller's channel. */
    private record Seat(String queue, String name) {}

    private static Optional<Seat> whole(@Nullable String queue, @Nullable String name) {
        return queue == null || name == null ? Optional.empty() : Optional.of(new Seat(queue, name));
    }

    private static Optional<Sighting> changed(
            @Nullable String queue, @Nullable String location, Supplier<Member> member) {
        return whole(queue, location).map(seat -> new Sighting.MemberChanged(member.get()));
    }

    private static Caller caller(
            ManagerEvent event, String channel, @Nullable String device, @Nullable String language) {
        String number = text(event.getCallerIdNum());
        String exten = text(event.getExten());
        String tag = text(language).toLowerCase(Locale.ROOT);
        return new Caller(
                channel,
                text(device),
                UNKNOWN.contains(number) ? "" : number,
                exten.matches("[+]?\\d+") ? exten : "",
                tag.startsWith("en") ? "en" : tag.startsWith("zh") || tag.startsWith("cn") ? "zh" : "");
    }

    /** As the queue's log writes it. */
    private static String agent(@Nullable String name, @Nullable String location) {
        return name == null || name.isEmpty() ? text(location) : name;
    }

    private static Parting parting(@Nullable String reason) {
        return switch (text(reason)) {
            case "caller" -> Parting.CALLER;
            case "transfer" -> Parting.TRANSFER;
            default -> Parting.AGENT;
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int position(@Nullable Integer position) {
        return position == null ? 1 : position;
    }

    private static Duration seconds(@Nullable Number seconds) {
        return seconds == null || seconds.longValue() < 0 ? Duration.ZERO : Duration.ofSeconds(seconds.longValue());
    }
}
