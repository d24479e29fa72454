/**
 * A second opinion from a language model behind OpenAI's interface for chats, here or elsewhere.
 *
 * <p>May import: {@code conversation}, {@code issue}, {@code speech}, LangChain4j, Failsafe (time limit, circuit breaker), Jackson.
 *
 * <p>Threads: any thread; an answer is waited for on the asking one, which is never a call's.
 */
@NullMarked
package org.hotline.conversation.openai;

import org.jspecify.annotations.NullMarked;
