/**
 * YAML documents in which every value still knows its file and line, so that complaints can name the place.
 *
 * <p>May import: snakeyaml-engine only.
 *
 * <p>Threads: immutable once read.
 */
@NullMarked
package org.hotline.yaml;

import org.jspecify.annotations.NullMarked;
