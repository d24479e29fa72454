/** Telephone calls, over real SIP and RTP on loopback, to a whole hotline with its real recognizers. */
@NullMarked
package org.hotline.calls;

import org.jspecify.annotations.NullMarked;
