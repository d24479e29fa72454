package org.hotline.issue;

/** When a clue holds without a lookup that says so. */
public sealed interface Holds permits ByClock, CalledWithin {}
