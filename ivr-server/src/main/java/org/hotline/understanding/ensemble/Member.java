package org.hotline.understanding.ensemble;

import java.io.Serializable;

/** One opinion about texts. Immutable once learnt; can be kept, so its fields must be serializable. */
interface Member extends Serializable {
    /** How much speaks for each label, in the order that was learnt; comparable within one text only. */
    double[] scores(Vector text);
}
