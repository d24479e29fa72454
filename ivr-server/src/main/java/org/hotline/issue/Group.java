package org.hotline.issue;

import java.util.List;

/**
 * Issues that belong together: an inner node of the tree.
 *
 * @param path the names of the groups it is in itself, outermost first
 * @param called how to name it to the caller: "a parcel"
 */
public record Group(String name, List<String> path, InLanguages<String> called) {}
