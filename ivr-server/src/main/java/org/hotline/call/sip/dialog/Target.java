package org.hotline.call.sip.dialog;

import java.util.Optional;
import javax.sip.address.SipURI;
import org.hotline.call.digest.Login;
import org.hotline.call.sip.stack.Flow;

/**
 * Whom an outbound INVITE goes to.
 *
 * @param uri its Request-URI
 * @param flow the way there, when the URI is not (a registered phone behind a NAT)
 * @param login what proves us there, if it should ask
 */
public record Target(SipURI uri, Optional<Flow> flow, Optional<Login> login) {}
