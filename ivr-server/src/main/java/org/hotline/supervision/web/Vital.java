package org.hotline.supervision.web;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part of the house whose health people ask about.
 *
 * @param name as shown, e.g. {@code database}
 * @param complaint what is wrong and what to do about it; nothing while it works. Must answer quickly, any thread
 */
public record Vital(String name, Supplier<Optional<String>> complaint) {}
