package org.hotline.queue.observed;

/**
 * Who waits.
 *
 * @param channel the other switch's own name for the caller's channel, one for as long as the channel lives
 * @param device the channel's name for people, {@code PJSIP/trunk-00000012}; empty if not told
 * @param calling the caller's number; empty if withheld
 * @param dialled the extension reached; empty if it is no number or not told
 * @param language tag of the channel's language, {@code en} or {@code zh}; else empty
 */
public record Caller(String channel, String device, String calling, String dialled, String language) {}
