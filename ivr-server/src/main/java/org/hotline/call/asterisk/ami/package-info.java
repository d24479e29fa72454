/**
 * The connection to Asterisk's manager interface (AMI): asks for actions, hears events, and comes back by itself.
 *
 * <p>May import: {@code call}; asterisk-java's {@code ManagerConnection}, without its live objects.
 *
 * <p>Threads: one virtual thread keeps the connection, one a listener tells it what happens; the library reads on one of
 * its own and hands on with another.
 */
@NullMarked
package org.hotline.call.asterisk.ami;

import org.jspecify.annotations.NullMarked;
