package org.hotline.switchboard;

/** Why a bridge is no more. */
public sealed interface Parting {
    /** This party hung up. */
    record HungUp(Party who) implements Parting {}

    /** This party's line died: no media or no signalling any more. */
    record LineLost(Party who) implements Parting {}

    /** This party asks us to connect the other elsewhere (REFER). */
    record Referred(Party who, Referral referral) implements Parting {}
}
