package org.hotline.queue.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.QueueMemberAddedEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberPauseEvent;
import org.asteriskjava.manager.event.QueueMemberPenaltyEvent;
import org.asteriskjava.manager.event.QueueMemberRingInUseEvent;
import org.hotline.queue.observed.Member;
import org.hotline.queue.observed.Member.Device;

/**
 * Members of queues as events tell them. Every such event has all of the member's fields; in {@code QueueMember}, the
 * answer to {@code QueueStatus}, {@code Interface} is called {@code Location} and {@code MemberName} {@code Name}. The
 * library keeps them in five different ways.
 */
final class Members {
    private Members() {}

    /** {@code QueueMember} and {@code QueueMemberStatus}. */
    static Member of(QueueMemberEvent event) {
        return new Draft(event.getQueue(), event.getInterface())
                .named(Optional.ofNullable(event.getName()))
                .does(
                        Optional.ofNullable(event.getMembership()),
                        Optional.ofNullable(event.getStatus()),
                        Optional.ofNullable(event.getIncall()))
                .pauses(
                        Optional.ofNullable(event.getPaused()),
                        Optional.ofNullable(event.getPausedreason()),
                        Optional.ofNullable(event.getLastPause()))
                .times(
                        Optional.ofNullable(event.getLastCall()),
                        Optional.ofNullable(event.getLogintime()),
                        Optional.ofNullable(event.getWrapuptime()));
    }

    static Member of(QueueMemberAddedEvent event) {
        return new Draft(event.getQueue(), event.getInterface())
                .named(Optional.ofNullable(event.getMemberName()))
                .does(
                        Optional.ofNullable(event.getMembership()),
                        Optional.ofNullable(event.getStatus()),
                        number(Optional.ofNullable(event.getInCall())))
                .pauses(
                        Optional.ofNullable(event.getPaused()),
                        Optional.ofNullable(event.getPausedReason()),
                        Optional.ofNullable(event.getLastPause()))
                .times(
                        Optional.ofNullable(event.getLastCall()),
                        Optional.ofNullable(event.getLoginTime()),
                        Optional.ofNullable(event.getWrapupTime()));
    }

    /** Has some fields twice in the library, with one line for both: either may have got it. */
    static Member of(QueueMemberPauseEvent event) {
        return new Draft(event.getQueue(), event.getInterface())
                .named(Optional.ofNullable(event.getMemberName()))
                .does(
                        Optional.ofNullable(event.getMembership()),
                        Optional.ofNullable(event.getStatus()),
                        Optional.ofNullable(event.getIncall()).or(() -> number(Optional.ofNullable(event.getInCall()))))
                .pauses(
                        Optional.ofNullable(event.getPaused()),
                        Optional.ofNullable(event.getPausedreason())
                                .or(() -> Optional.ofNullable(event.getPausedReason())),
                        Optional.ofNullable(event.getLastpause()))
                .times(
                        Optional.ofNullable(event.getLastcall()),
                        Optional.ofNullable(event.getLoginTime()),
                        Optional.ofNullable(event.getWrapupTime()));
    }

    static Member of(QueueMemberPenaltyEvent event) {
        return new Draft(event.getQueue(), event.getInterface())
                .named(Optional.ofNullable(event.getMembername()))
                .does(
                        Optional.ofNullable(event.getMembership()),
                        Optional.ofNullable(event.getStatus()),
                        Optional.ofNullable(event.getIncall()))
                .pauses(
                        Optional.ofNullable(event.getPaused()),
                        Optional.ofNullable(event.getPausedreason()),
                        Optional.ofNullable(event.getLastpause()))
                .times(
                        Optional.ofNullable(event.getLastcall()),
                        Optional.ofNullable(event.getLoginTime()),
                        Optional.ofNullable(event.getWrapuptime()));
    }

    static Member of(QueueMemberRingInUseEvent event) {
        return new Draft(event.getQueue(), event.getInterface())
                .named(Optional.ofNullable(event.getMembername()))
                .does(
                        Optional.ofNullable(event.getMembership()),
                        Optional.ofNullable(event.getStatus()),
                        Optional.ofNullable(event.getIncall()))
                .pauses(
                        Optional.ofNullable(event.getPaused()),
                        Optional.ofNullable(event.getPausedreason()),
                        Optional.ofNullable(event.getLastpause()))
                .times(
                        Optional.ofNullable(event.getLastcall()),
                        Optional.ofNullable(event.getLoginTime()),
                        Optional.ofNullable(event.getWrapuptime()));
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** {@code AST_DEVICE_*} of devicestate.h. */
    private static Device device(int status) {
        return switch (status) {
            case QueueMemberEvent.AST_DEVICE_NOT_INUSE -> Device.FREE;
            case QueueMemberEvent.AST_DEVICE_RINGING -> Device.RINGING;
            case QueueMemberEvent.AST_DEVICE_INUSE,
                    QueueMemberEvent.AST_DEVICE_BUSY,
                    QueueMemberEvent.AST_DEVICE_RINGINUSE,
                    QueueMemberEvent.AST_DEVICE_ONHOLD -> Device.BUSY;
            case QueueMemberEvent.AST_DEVICE_INVALID, QueueMemberEvent.AST_DEVICE_UNAVAILABLE -> Device.UNREACHABLE;
            default -> Device.UNKNOWN;
        };
    }

    /** A member being put together. */
    private static final class Draft {
        private final String queue;
        private final String location;
        private String name;
        private boolean dynamic;
        private Device device = Device.UNKNOWN;
        private boolean inCall;
        private boolean paused;
        private String reason = "";
        private Optional<Instant> pausedSince = Optional.empty();

        Draft(String queue, String location) {
            this.queue = queue;
            this.location = location;
            this.name = location;
        }

        Draft named(Optional<String> told) {
            name = told.filter(some -> !some.isEmpty()).orElse(location);
            return this;
        }

        Draft does(Optional<String> membership, Optional<Integer> status, Optional<Integer> calls) {
            dynamic = membership.filter("dynamic"::equals).isPresent();
            device = status.map(Members::device).orElse(Device.UNKNOWN);
            inCall = calls.filter(number -> number > 0).isPresent();
            return this;
        }

        Draft pauses(Optional<Boolean> told, Optional<String> why, Optional<? extends Number> since) {
            paused = told.orElse(false);
            reason = paused ? why.orElse("") : "";
            pausedSince = paused ? epoch(since) : Optional.empty();
            return this;
        }

        Member times(Optional<? extends Number> lastCall, Optional<? extends Number> login, Optional<Integer> wrapUp) {
            return new Member(
                    queue,
                    location,
                    name,
                    dynamic,
                    device,
                    paused,
                    reason,
                    inCall,
                    epoch(lastCall),
                    pausedSince,
                    epoch(login),
                    Duration.ofSeconds(wrapUp.orElse(0)));
        }

        /** Seconds since 1970; 0 is never. */
        private static Optional<Instant> epoch(Optional<? extends Number> seconds) {
            return seconds.map(Number::longValue).filter(time -> time > 0).map(Instant::ofEpochSecond);
        }
    }
}
