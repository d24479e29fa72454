package org.hotline.issue;

/**
 * For whoever called about some issue not long ago, by the hotline's own records; it names that issue.
 *
 * @param days so many times 24 hours ago at the most; 1 or more
 */
public record CalledWithin(int days) implements Holds {}
