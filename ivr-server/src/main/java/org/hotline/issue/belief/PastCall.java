package org.hotline.issue.belief;

import java.util.Set;

/**
 * A call whose issue is known: the caller confirmed it, or an agent noted it.
 *
 * @param clues the names of those that held
 * @param issue its name
 */
public record PastCall(Set<String> clues, String issue) {}
