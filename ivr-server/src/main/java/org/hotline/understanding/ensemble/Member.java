package org.hotline.understanding.ensemble;

/** One opinion about texts. Immutable once learnt. */
interface Member {
    /** How much speaks for each label, in the order that was learnt; comparable within one text only. */
    double[] scores(Vector text);
}
