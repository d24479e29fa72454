package org.hotline.conversation;

import org.hotline.conversation.plan.Step;

/**
 * A problem that the caller told beside another one, to be seen to when that is done with.
 *
 * @param step the step that locates it
 * @param words how the caller told it
 * @param instead the caller wants this one, not the one that was spoken of
 */
record Second(Step.Locate step, String words, boolean instead) {}
