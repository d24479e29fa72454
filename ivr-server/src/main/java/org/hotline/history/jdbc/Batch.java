package org.hotline.history.jdbc;

import java.util.List;

/**
 * Events of many calls that are stored together or not at all.
 *
 * @param writer who wrote it: one name a server start
 * @param number 1, 2, 3 ... for each writer
 */
record Batch(String writer, long number, List<Entry> entries) {}
