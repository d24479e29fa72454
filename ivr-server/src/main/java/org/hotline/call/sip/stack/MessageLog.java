package org.hotline.call.sip.stack;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import javax.sip.SipStack;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.Ladder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees each message the stack sends or receives and tells the ladder those of present calls. */
public final class MessageLog implements ServerLogger {
    private static final Logger LOG = LoggerFactory.getLogger(MessageLog.class);

    private volatile Ladder ladder;
    private final Clock clock;
    private final Map<String, Followed> calls = new ConcurrentHashMap<>();
    private final Mailbox mailbox = new Mailbox();
    private volatile IntConsumer answered = code -> {};

    /** A call, and those of its messages that were told before they left and that the stack has not logged yet. */
    private record Followed(CallId call, Call.Direction leg, Set<Message> ahead) {
        Followed(CallId call, Call.Direction leg) {
            this(call, leg, Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>())));
        }
    }

    public MessageLog(Ladder ladder, Clock clock) {
        this.ladder = ladder;
        this.clock = clock;
    }

    /** Tells nobody any more: the stack's event thread outlives the stack, and holds its log. */
    public void close() {
        ladder = (call, word) -> {};
        answered = code -> {};
        calls.clear();
    }

    /** Tells of each response sent, retransmissions included, by its status code. */
    public void onAnswer(IntConsumer listener) {
        answered = listener;
    }

    /** From now on messages with this Call-ID belong to that call, to this leg of it. */
    public void follow(String sipCallId, CallId call, Call.Direction leg) {
        calls.put(sipCallId, new Followed(call, leg));
    }

    /** The call is over: in half a minute its last BYE, ACK and retransmissions are through. */
    public void forgetLater(String sipCallId, Timers timers) {
        timers.after(timers.transaction(), mailbox, () -> calls.remove(sipCallId));
    }

    /** Tells of a message that was seen before its call existed: the first INVITE. */
    public void arrived(CallId call, Message invite, String peer) {
        tell(call, Call.Direction.INBOUND, invite, false, peer);
    }

    private void tell(CallId call, Call.Direction leg, Message message, boolean sent, String peer) {
        try {
            ladder.told(call, new Ladder.Word(clock.instant(), leg, sent, summary(message), peer));
        } catch (RuntimeException fault) { // a drawing must not cost the call its message
            LOG.atError().setCause(fault).addKeyValue("call", call).log("The ladder of a call failed");
        }
    }

    /** Tells of a message about to be sent; the stack will log it once more when it is. */
    void sending(Message message, String peer) {
        Followed followed = calls.get(Messages.callId(message));
        if (followed != null && followed.ahead().add(message)) {
            tell(followed.call(), followed.leg(), message, true, peer);
        }
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        if (message.getCallId() == null) { // a keep-alive of two line ends
            return;
        }
        if (sender && message instanceof SIPResponse answer) {
            answered.accept(answer.getStatusCode());
        }
        Followed followed = calls.get(message.getCallId().getCallId());
        if (followed != null && !followed.ahead().remove(message)) {
            tell(followed.call(), followed.leg(), message, sender, sender ? to : from);
        }
    }

    /** A response about to be processed. Those that came by UDP the stack has logged before, when they came. */
    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        if (!message.getTopmostVia().getTransport().equalsIgnoreCase("udp")) {
            logMessage(message, from, to, sender, time);
        }
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        logMessage(message, from, to, sender, 0);
    }

    private static String summary(Message message) {
        return switch (message) {
            case Request request -> request.getMethod();
            case Response response ->
                response.getStatusCode() + " " + response.getReasonPhrase() + " ("
                        + ((SIPMessage) response).getCSeq().getMethod() + ")";
            default -> "?";
        };
    }

    @Override
    public void logException(Exception fault) {}

    @Override
    public void closeLogFile() {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public void setSipStack(SipStack stack) {}
}
