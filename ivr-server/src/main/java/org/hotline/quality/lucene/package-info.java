/**
 * Search over transcripts by Apache Lucene, in a folder beside the database and rebuilt from it when needed.
 *
 * <p>May import: {@code quality}, {@code history}.
 *
 * <p>Threads: any thread searches and adds; one thread of low priority writes the index.
 */
@NullMarked
package org.hotline.quality.lucene;

import org.jspecify.annotations.NullMarked;
