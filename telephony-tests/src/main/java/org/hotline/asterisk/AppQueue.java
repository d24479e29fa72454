package org.hotline.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code app_queue} of a played Asterisk as the manager interface shows it: one queue, its members and callers, and the
 * events in the fields and the order of the documentation of 16 to 23. One thread at a time.
 */
public final class AppQueue {
    private static final String[] PARTY = {
        "ChannelState",
        "6",
        "ChannelStateDesc",
        "Up",
        "CallerIDNum",
        "",
        "CallerIDName",
        "<unknown>",
        "ConnectedLineNum",
        "<unknown>",
        "ConnectedLineName",
        "<unknown>",
        "Language",
        "en",
        "AccountCode",
        "",
        "Context",
        "ivr-queue",
        "Exten",
        "s",
        "Priority",
        "2"
    };

    private final ManagerPort port;
    private final String queue;
    private final Map<String, Seat> members = new LinkedHashMap<>();
    private final List<Guest> waiting = new ArrayList<>();
    private long channels;
    private long boot = 1_764_000_000L;

    /** A member: the name and what the phone and the queue say of it. */
    private record Seat(
            String name, boolean dynamic, int status, boolean paused, String reason, boolean inCall, long lastCall) {
        Seat phone(int now, boolean talks) {
            return new Seat(name, dynamic, now, paused, reason, talks, lastCall);
        }

        Seat pause(boolean now, String why) {
            return new Seat(name, dynamic, status, now, why, inCall, lastCall);
        }

        Seat served() {
            return new Seat(
                    name, dynamic, 1, paused, reason, false, Instant.now().getEpochSecond());
        }
    }

    /** A caller's channel. */
    public record Guest(String uniqueId, String channel, String number, Instant since) {}

    /** Answers {@code QueueStatus}, {@code QueuePause} and {@code QueueRemove} at this port from now on. */
    public AppQueue(ManagerPort port, String queue) {
        this.port = port;
        this.queue = queue;
        port.on("QueueStatus", action -> status());
        port.on("QueuePause", this::pauses);
        port.on("QueueRemove", this::removes);
    }

    /** A member comes, with its phone free. */
    public synchronized AppQueue member(String location, String name, boolean dynamic) {
        members.put(location, new Seat(name, dynamic, 1, false, "", false, 0));
        tellMember("QueueMemberAdded", location);
        return this;
    }

    /** A caller joins at the end. */
    public synchronized Guest joins(String number) {
        String unique = boot + "." + ++channels;
        return joins(new Guest(unique, "PJSIP/trunk-%08x".formatted(channels), number, Instant.now()));
    }

    /** A caller whose channel the dialplan has led here. */
    public synchronized Guest joins(Channel channel) {
        return joins(new Guest(channel.uniqueId(), channel.name(), channel.calling(), Instant.now()));
    }

    private Guest joins(Guest guest) {
        waiting.add(guest);
        port.tell(
                "agent",
                event(
                        "QueueCallerJoin",
                        party("", guest),
                        "Queue",
                        queue,
                        "Position",
                        place(guest),
                        "Count",
                        place(guest)));
        return guest;
    }

    /** The member's phone rings, and nobody picks up. */
    public synchronized void ringsInVain(Guest guest, String location) {
        rings(guest, location);
        port.tell(
                "agent",
                event(
                        "AgentRingNoAnswer",
                        both(guest, location),
                        "Queue",
                        queue,
                        "MemberName",
                        name(location),
                        "Interface",
                        location,
                        "RingTime",
                        "15000"));
        phone(location, 1, false);
    }

    /** The member's phone rings. */
    public synchronized void rings(Guest guest, String location) {
        port.tell(
                "agent",
                event(
                        "AgentCalled",
                        both(guest, location),
                        "Queue",
                        queue,
                        "MemberName",
                        name(location),
                        "Interface",
                        location));
        phone(location, 6, false);
    }

    /** The member picks up: the caller leaves the queue, then both talk. */
    public synchronized void connects(Guest guest, String location) {
        phone(location, 2, true);
        leaves(guest);
        port.tell(
                "agent",
                event(
                        "AgentConnect",
                        both(guest, location),
                        "Queue",
                        queue,
                        "MemberName",
                        name(location),
                        "Interface",
                        location,
                        "RingTime",
                        "1",
                        "HoldTime",
                        held(guest)));
    }

    /** One of them hangs up. */
    public synchronized void completes(Guest guest, String location, Duration talked, String reason) {
        port.tell(
                "agent",
                event(
                        "AgentComplete",
                        both(guest, location),
                        "Queue",
                        queue,
                        "MemberName",
                        name(location),
                        "Interface",
                        location,
                        "HoldTime",
                        held(guest),
                        "TalkTime",
                        Long.toString(talked.toSeconds()),
                        "Reason",
                        reason));
        members.computeIfPresent(location, (where, seat) -> seat.served());
        tellMember("QueueMemberStatus", location);
        hangsUp(guest);
    }

    /** The caller hangs up while waiting. */
    public synchronized void abandons(Guest guest) {
        port.tell("call", event("HangupRequest", party("", guest), "Cause", "16"));
        givesUp(guest);
        hangsUp(guest);
    }

    /** The caller has waited long enough and goes on in the dialplan; told like somebody who hangs up. */
    public synchronized void timesOut(Guest guest) {
        givesUp(guest);
        says(guest, "TIMEOUT");
    }

    /** There is nobody any more who could answer; told like somebody who hangs up. */
    public synchronized void findsNobody(Guest guest) {
        givesUp(guest);
        says(guest, "LEAVEEMPTY");
    }

    /** The caller presses the key that leads out. */
    public synchronized void leavesByKey(Guest guest) {
        leaves(guest);
    }

    /** {@code set_queue_result}. */
    private void says(Guest guest, String status) {
        port.tell("dialplan", event("VarSet", party("", guest), "Variable", "QUEUESTATUS", "Value", status));
    }

    private void givesUp(Guest guest) {
        String place = place(guest);
        port.tell(
                "agent",
                event(
                        "QueueCallerAbandon",
                        party("", guest),
                        "Queue",
                        queue,
                        "Position",
                        place,
                        "OriginalPosition",
                        place,
                        "HoldTime",
                        held(guest)));
        leaves(guest);
    }

    /** Asterisk dies with all its calls. {@link #isBack} brings it back, with its members and nobody else. */
    public synchronized void dies() {
        port.stop();
        waiting.clear();
        members.replaceAll((location, seat) -> seat.phone(1, false));
        boot += 1_000;
        channels = 0;
    }

    /** It runs again. */
    public void isBack() {
        port.start();
    }

    private void leaves(Guest guest) {
        String place = place(guest);
        waiting.remove(guest);
        port.tell(
                "agent",
                event(
                        "QueueCallerLeave",
                        party("", guest),
                        "Queue",
                        queue,
                        "Count",
                        Integer.toString(waiting.size()),
                        "Position",
                        place));
    }

    /** A caller's channel ends, for whatever reason. */
    public synchronized void hangsUp(Guest guest) {
        port.tell("call", event("Hangup", party("", guest), "Cause", "16", "Cause-txt", "Normal Clearing"));
    }

    private void phone(String location, int status, boolean talks) {
        members.computeIfPresent(location, (where, seat) -> seat.phone(status, talks));
        tellMember("QueueMemberStatus", location);
    }

    private void tellMember(String event, String location) {
        Optional.ofNullable(members.get(location))
                .ifPresent(seat -> port.tell(
                        "agent",
                        event(
                                event,
                                new String[] {
                                    "Queue",
                                    queue,
                                    "MemberName",
                                    seat.name(),
                                    "Interface",
                                    location,
                                    "StateInterface",
                                    location
                                },
                                facts(seat))));
    }

    private static String[] facts(Seat seat) {
        return new String[] {
            "Membership",
            seat.dynamic() ? "dynamic" : "static",
            "Penalty",
            "0",
            "CallsTaken",
            "0",
            "LastCall",
            Long.toString(seat.lastCall()),
            "LastPause",
            seat.paused() ? Long.toString(Instant.now().getEpochSecond()) : "0",
            "LoginTime",
            "1764000000",
            "InCall",
            seat.inCall() ? "1" : "0",
            "Status",
            Integer.toString(seat.status()),
            "Paused",
            seat.paused() ? "1" : "0",
            "PausedReason",
            seat.reason(),
            "Ringinuse",
            "1",
            "Wrapuptime",
            "0"
        };
    }

    /** As {@code QueueStatus} lists them: a member is at a {@code Location} there and has a {@code Name}. */
    private synchronized List<ManagerMessage> status() {
        List<ManagerMessage> list = new ArrayList<>();
        list.add(ManagerMessage.of("Response", "Success", "EventList", "start", "Message", "Queue status will follow"));
        list.add(ManagerMessage.of(
                "Event", "QueueParams",
                "Queue", queue,
                "Max", "0",
                "Strategy", "leastrecent",
                "Calls", Integer.toString(waiting.size()),
                "Holdtime", "0",
                "TalkTime", "0",
                "Completed", "0",
                "Abandoned", "0",
                "ServiceLevel", "0",
                "ServicelevelPerf", "0.0",
                "ServicelevelPerf2", "0.0",
                "Weight", "0"));
        members.forEach((location, seat) -> list.add(event(
                "QueueMember",
                new String[] {"Queue", queue, "Name", seat.name(), "Location", location, "StateInterface", location},
                facts(seat))));
        for (Guest guest : waiting) {
            list.add(ManagerMessage.of(
                    "Event",
                    "QueueEntry",
                    "Queue",
                    queue,
                    "Position",
                    place(guest),
                    "Channel",
                    guest.channel(),
                    "Uniqueid",
                    guest.uniqueId(),
                    "CallerIDNum",
                    guest.number(),
                    "CallerIDName",
                    "unknown",
                    "ConnectedLineNum",
                    "unknown",
                    "ConnectedLineName",
                    "unknown",
                    "Wait",
                    held(guest),
                    "Priority",
                    "0"));
        }
        list.add(ManagerMessage.of(
                "Event", "QueueStatusComplete",
                "EventList", "Complete",
                "ListItems", Integer.toString(list.size() - 1)));
        return list;
    }

    private synchronized List<ManagerMessage> pauses(ManagerMessage action) {
        String location = action.get("Interface");
        if (!members.containsKey(location)) {
            return List.of(ManagerPort.error("Interface not found"));
        }
        boolean pause = action.get("Paused").equalsIgnoreCase("true");
        members.computeIfPresent(location, (where, seat) -> seat.pause(pause, action.get("Reason")));
        tellMember("QueueMemberPause", location);
        return List.of(ManagerMessage.of(
                "Response", "Success", "Message", pause ? "Interface paused successfully" : "Interface unpaused"));
    }

    private synchronized List<ManagerMessage> removes(ManagerMessage action) {
        String location = action.get("Interface");
        boolean dynamic =
                Optional.ofNullable(members.get(location)).filter(Seat::dynamic).isPresent();
        if (!dynamic) {
            return List.of(ManagerPort.error("Member not dynamic"));
        }
        tellMember("QueueMemberRemoved", location);
        members.remove(location);
        return List.of(ManagerMessage.of("Response", "Success", "Message", "Removed interface from queue"));
    }

    private String name(String location) {
        return Optional.ofNullable(members.get(location)).map(Seat::name).orElse(location);
    }

    private String place(Guest guest) {
        return Integer.toString(Math.max(waiting.indexOf(guest), 0) + 1);
    }

    private static String held(Guest guest) {
        return Long.toString(Duration.between(guest.since(), Instant.now()).toSeconds());
    }

    private static String[] party(String prefix, Guest guest) {
        List<String> fields = new ArrayList<>(List.of(prefix + "Channel", guest.channel()));
        for (int i = 0; i < PARTY.length; i += 2) {
            fields.add(prefix + PARTY[i]);
            fields.add(PARTY[i].equals("CallerIDNum") ? guest.number() : PARTY[i + 1]);
        }
        fields.addAll(List.of(prefix + "Uniqueid", guest.uniqueId(), prefix + "Linkedid", guest.uniqueId()));
        return fields.toArray(String[]::new);
    }

    /** Caller and the channel towards the member. */
    private static String[] both(Guest guest, String location) {
        Guest callee = new Guest(guest.uniqueId() + "9", location + "-0000000a", "", guest.since());
        List<String> fields = new ArrayList<>(List.of(party("", guest)));
        fields.addAll(List.of(party("Dest", callee)));
        return fields.toArray(String[]::new);
    }

    private static ManagerMessage event(String name, String[] first, String... more) {
        List<String> fields = new ArrayList<>(List.of("Event", name));
        fields.addAll(List.of(first));
        fields.addAll(List.of(more));
        return ManagerMessage.of(fields.toArray(String[]::new));
    }
}
