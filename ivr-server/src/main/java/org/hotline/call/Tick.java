package org.hotline.call;

import java.util.List;
import org.hotline.audio.Frame;

/**
 * What one exchange brought: twenty milliseconds heard, and what happened in them.
 *
 * @param heard what the far side said, always a full frame: silence when nothing arrived, concealed when it was lost
 * @param signals in order of arrival, mostly none
 */
public record Tick(Frame heard, List<Signal> signals) {
    public Tick(Frame heard) {
        this(heard, List.of());
    }
}
