package org.hotline.training;

import java.util.List;

/**
 * What callers said that was not located, without what trainers have labelled.
 *
 * @param calls how many calls asked what it is about, in the time looked at
 * @param unlocated how many of them did not come to an issue that the caller said yes to, or at least heard
 * @param labelledToday utterances
 * @param clusters biggest first
 */
public record Inbox(int calls, int unlocated, int labelledToday, List<Cluster> clusters) {}
