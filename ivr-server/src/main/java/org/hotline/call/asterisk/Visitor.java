package org.hotline.call.asterisk;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One AudioSocket connection as the reader sees it: first its key, then the sound of its call. The reader's thread. */
final class Visitor {
    private static final Logger LOG = LoggerFactory.getLogger(Visitor.class);

    private final SocketChannel channel;
    private final String source;
    private final Ledger ledger;
    private final PacketReader packets = new PacketReader();
    private final long since = System.nanoTime();
    private Optional<AsteriskCall> call = Optional.empty();
    private boolean refused;
    private long overSince;

    Visitor(SocketChannel channel, String source, Ledger ledger) {
        this.channel = channel;
        this.source = source;
        this.ledger = ledger;
    }

    /** Something came. False if the connection is to be closed. */
    boolean read() {
        try {
            if (packets.read(channel, this::take)) {
                return !refused;
            }
            end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
        } catch (IOException reset) {
            // What Asterisk had not read of ours when it closed makes a reset of its closing.
            end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
        } catch (Packet.Malformed malformed) {
            refuse("sent " + malformed.getMessage());
            end(CallEnded.By.SIGNALLING_LOST, HangupCause.INTERWORKING);
        }
        return false;
    }

    private void take(Packet packet) {
        if (call.isEmpty()) {
            identify(packet);
            return;
        }
        AsteriskCall mine = call.get();
        switch (packet) {
            case Packet.Sound sound -> mine.line().heard(sound);
            case Packet.Key key -> mine.line().key(key.digit());
            case Packet.HangUp hangUp -> end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
            case Packet.Fault fault -> end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_UNSPECIFIED);
            case Packet.Identity again -> {
                refuse("named its call twice");
                end(CallEnded.By.SIGNALLING_LOST, HangupCause.INTERWORKING);
            }
        }
    }

    private void identify(Packet packet) {
        if (refused) {
            return;
        }
        if (!(packet instanceof Packet.Identity identity)) {
            refuse("did not name its call first");
            return;
        }
        call = ledger.claim(identity.call());
        call.ifPresentOrElse(
                mine -> mine.line().connect(new Connection(channel)),
                () -> refuse("named a call that is not expected"));
    }

    /** One line, whatever else it sends. */
    private void refuse(String what) {
        if (!refused) {
            LOG.atWarn().addKeyValue("source", source).addKeyValue("what", what).log("An AudioSocket was closed");
        }
        refused = true;
    }

    private void end(CallEnded.By by, HangupCause cause) {
        call.ifPresent(mine -> mine.end(by, cause));
    }

    /** Closes what has had its time: who does not say which call it is, and who does not go after the hang-up. */
    boolean isOverdue(long now, long patience) {
        boolean unnamed = call.isEmpty() && now - since > patience;
        if (unnamed) {
            refuse("did not name its call in time");
        }
        boolean over = call.filter(mine -> mine.line().isOver()).isPresent();
        return unnamed || (over && lingers(now, patience));
    }

    private boolean lingers(long now, long patience) {
        overSince = overSince == 0 ? now : overSince;
        return now - overSince > patience;
    }
}
