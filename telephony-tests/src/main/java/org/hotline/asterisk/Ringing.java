package org.hotline.asterisk;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hotline.audio.Frame;

/** One Originate on its way: tells what happens in the order of app_dial and pbx.c, and becomes a channel when answered. */
public final class Ringing {
    private final ManagerPort manager;
    private final ScriptedAsterisk asterisk;
    private final ManagerMessage wish;
    private final String name;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Channel> channel = new CompletableFuture<>();

    /** @param wish the action, as it was asked for */
    Ringing(ManagerPort manager, ScriptedAsterisk asterisk, ManagerMessage wish) {
        this.manager = manager;
        this.asterisk = asterisk;
        this.wish = wish;
        name = Origin.channelOf(wish.get("Channel"));
    }

    String name() {
        return name;
    }

    String uniqueId() {
        return wish.get("ChannelId");
    }

    /** What the phone shows. */
    public String shows() {
        return wish.get("CallerID");
    }

    void rings() {
        tell("Newchannel", "ChannelState", "0", "ChannelStateDesc", "Down");
        manager.tell(
                "call",
                ManagerMessage.of(
                        "Event",
                        "DialBegin",
                        "DestChannel",
                        name,
                        "DestChannelState",
                        "0",
                        "DestUniqueid",
                        uniqueId(),
                        "DestLinkedid",
                        uniqueId(),
                        "DialString",
                        wish.get("Channel").replaceAll(".*/", "")));
        tell("Newstate", "ChannelState", "5", "ChannelStateDesc", "Ringing");
        CompletableFuture.delayedExecutor(Long.parseLong(wish.get("Timeout")), TimeUnit.MILLISECONDS)
                .execute(() -> ends("CANCEL", 0, 3));
    }

    /** Answers: the channel goes where the wish says. */
    public Channel answers(Consumer<Frame> ear) {
        if (!decided.compareAndSet(false, true)) {
            throw new AssertionError(name + " does not ring any more");
        }
        tell("Newstate", "ChannelState", "6", "ChannelStateDesc", "Up");
        dialEnd("ANSWER");
        Channel answered = new Channel(
                asterisk,
                new Origin(
                        name,
                        uniqueId(),
                        "",
                        "",
                        new Extensions.Place(
                                wish.get("Context"), wish.get("Exten"), Integer.parseInt(wish.get("Priority"))),
                        variables()),
                ear);
        channel.complete(answered);
        originated("Success", 4, uniqueId());
        return answered;
    }

    /** The variables that the wish sets. */
    Map<String, String> variables() {
        return wish.all("Variable").stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    /** Refuses with this cause of Q.850: 17 busy, 21 rejected. */
    public void rejects(int cause) {
        ends(cause == 17 ? "BUSY" : "CONGESTION", cause, cause == 17 ? 5 : 8);
    }

    /** Somebody asked to hang it up. */
    void hangUp() {
        ends("CANCEL", 16, 1);
        if (channel.isDone()) {
            channel.join().hangUp();
        }
    }

    /** Completes when nobody can answer it any more. */
    public boolean isOver() {
        return decided.get() && !channel.isDone();
    }

    private void ends(String status, int cause, int reason) {
        if (decided.compareAndSet(false, true)) {
            dialEnd(status);
            tell("Hangup", "Cause", Integer.toString(cause), "Cause-txt", "Unknown");
            originated("Failure", reason, uniqueId());
        }
    }

    private void dialEnd(String status) {
        manager.tell(
                "call",
                ManagerMessage.of(
                        "Event",
                        "DialEnd",
                        "DestChannel",
                        name,
                        "DestUniqueid",
                        uniqueId(),
                        "DestLinkedid",
                        uniqueId(),
                        "DialStatus",
                        status));
    }

    private void tell(String event, String first, String firstValue, String second, String secondValue) {
        manager.tell(
                "call",
                ManagerMessage.of(
                        "Event",
                        event,
                        "Channel",
                        name,
                        first,
                        firstValue,
                        second,
                        secondValue,
                        "Uniqueid",
                        uniqueId(),
                        "Linkedid",
                        uniqueId()));
    }

    /** As {@code fast_originate} tells it. */
    void originated(String response, int reason, String id) {
        manager.tell(
                "call",
                ManagerMessage.of(
                        "Event",
                        "OriginateResponse",
                        "ActionID",
                        wish.get("ActionID"),
                        "Response",
                        response,
                        "Channel",
                        id.equals("<null>") ? wish.get("Channel") : name,
                        "Context",
                        wish.get("Context"),
                        "Exten",
                        wish.get("Exten"),
                        "Reason",
                        Integer.toString(reason),
                        "Uniqueid",
                        id,
                        "CallerIDNum",
                        "<unknown>",
                        "CallerIDName",
                        "<unknown>"));
    }
}
