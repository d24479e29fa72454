package org.hotline.understanding;

import java.util.List;
import org.hotline.speech.Language;

/** Learns from examples. The same examples in the same order give the same classifier. */
public interface Learner {
    /**
     * Learns. A few hundred examples take a second or less, ten thousand about a minute of one processor.
     *
     * @param examples at least two labels, {@link Example#OUT_OF_SCOPE} counted; see {@link SmallTalk} for examples of that
     * @throws IllegalArgumentException if there are fewer than two labels
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    TextClassifier learn(Language language, List<Example> examples);
}
