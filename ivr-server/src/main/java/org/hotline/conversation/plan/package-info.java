/**
 * What a talk goes by, as data: the dialplan's steps, slots' kinds, wordings and moves.
 *
 * <p>May import: {@code issue}, {@code speech}, {@code conversation.turn}, {@code conversation.lookup}, {@code conversation.slot}, {@code conversation.triage}.
 *
 * <p>Threads: everything is immutable.
 */
@NullMarked
package org.hotline.conversation.plan;

import org.jspecify.annotations.NullMarked;
