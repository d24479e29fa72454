package org.hotline.switchboard;

import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.ForwardingCall;
import org.hotline.call.Tick;

/** A call whose both sides others may hear while it is held; nobody is heard through it. */
final class OverheardCall extends ForwardingCall {
    private final Line line;

    OverheardCall(Call call, Line line) {
        super(call);
        this.line = line;
    }

    @Override
    public Tick exchange(Frame say) {
        Tick tick = super.exchange(say);
        line.overhear(tick.heard(), say);
        return tick;
    }
}
