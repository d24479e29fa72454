package org.hotline.call.guard;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParserFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.text.ParseException;

/**
 * The stack's parser behind the screen, for TCP what {@link GuardedSocket} is for UDP. Whatever goes wrong in it becomes
 * one exception with a fixed text: the stack would echo the peer's words, line ends included, into its 400 (telephony
 * defect 8), and let others than parse exceptions escape (defect 4).
 */
public final class ScreenedParser implements MessageParser {
    private final MessageParser parser;

    private ScreenedParser(MessageParser parser) {
        this.parser = parser;
    }

    /** Makes one parser a channel. */
    public static final class Factory implements MessageParserFactory {
        private final MessageParserFactory parsers = new StringMsgParserFactory();

        @Override
        public MessageParser createMessageParser(SIPTransactionStack stack) {
            return new ScreenedParser(parsers.createMessageParser(stack));
        }
    }

    @Override
    public SIPMessage parseSIPMessage(byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
            throws ParseException {
        boolean datagram = readBody; // of a stream the stack reads the body itself, later
        if (!datagram && Screen.judge(message, 0, message.length, false) instanceof Verdict.Refuse refusal) {
            throw new ParseException(refusal.reason(), 0);
        }
        try {
            return parser.parseSIPMessage(message, readBody, strict, listener);
        } catch (ParseException | RuntimeException | StackOverflowError malformed) {
            throw new ParseException("Malformed", 0);
        }
    }
}
