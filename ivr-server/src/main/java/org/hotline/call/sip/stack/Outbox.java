package org.hotline.call.sip.stack;

import gov.nist.javax.sip.TransactionExt;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.Hop;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Sends messages, each told to the ladder before it leaves. The stack tells of a message when it has gone, by when another
 * thread may have told of its answer.
 */
public final class Outbox {
    private Outbox() {}

    public static void send(ServerTransaction transaction, Response response)
            throws SipException, InvalidArgumentException {
        tell(response, transaction);
        transaction.sendResponse(response);
    }

    /** A request outside any dialog. */
    public static void send(ClientTransaction transaction) throws SipException {
        tell(transaction.getRequest(), transaction);
        transaction.sendRequest();
    }

    public static void send(Dialog dialog, ClientTransaction transaction) throws SipException {
        tell(transaction.getRequest(), transaction);
        dialog.sendRequest(transaction);
    }

    /** The ACK of a 2xx: it belongs to no transaction (RFC 3261 section 13.2.2.4). */
    public static void acknowledge(Dialog dialog, Request ack, SIPTransactionStack stack) throws SipException {
        Hop hop = stack.getRouter().getNextHop(ack);
        log(stack).sending(ack, hop.getHost() + ":" + hop.getPort());
        dialog.sendAck(ack);
    }

    private static void tell(Message message, javax.sip.Transaction transaction) {
        TransactionExt peer = (TransactionExt) transaction;
        log(((SIPTransaction) transaction).getSIPStack())
                .sending(message, peer.getPeerAddress() + ":" + peer.getPeerPort());
    }

    private static MessageLog log(SIPTransactionStack stack) {
        return (MessageLog) stack.getServerLogger();
    }
}
