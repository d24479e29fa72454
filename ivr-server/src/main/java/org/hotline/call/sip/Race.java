package org.hotline.call.sip;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.call.Call;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.sip.dialog.OutboundInvite;

/**
 * Several phones ring for one call: the first to answer gets it, the others are cancelled; when all have refused, the
 * most telling refusal counts (RFC 3261 section 16.7 step 6). Any thread.
 */
final class Race implements OutboundInvite.Claim {
    /** From the most telling to the least: someone was there, nobody came, the phone was not reached. */
    private static final List<HangupCause> TELLING = List.of(
            HangupCause.USER_BUSY,
            HangupCause.CALL_REJECTED,
            HangupCause.NO_ANSWER,
            HangupCause.NO_USER_RESPONSE,
            HangupCause.UNALLOCATED_NUMBER);

    private final int runners;
    private final Map<OutboundInvite, Call> running = new ConcurrentHashMap<>();
    private final List<HangupCause> refusals = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final CompletableFuture<Dialled> result = new CompletableFuture<>();

    Race(int runners) {
        this.runners = runners;
        if (runners == 0) {
            result.complete(new Dialled.Failed(HangupCause.UNALLOCATED_NUMBER));
        }
    }

    void enter(OutboundInvite invite, Call call) {
        running.put(invite, call);
    }

    /** One target could not even be tried. */
    void missed(HangupCause cause) {
        refusals.add(cause);
        if (refusals.size() == runners) {
            result.complete(new Dialled.Failed(worst()));
        }
    }

    @Override
    public boolean answered(OutboundInvite by) {
        Call call = running.get(by);
        return call != null && result.complete(new Dialled.Answered(call));
    }

    @Override
    public void failed(OutboundInvite by, HangupCause cause) {
        missed(cause);
    }

    private HangupCause worst() {
        return TELLING.stream().filter(refusals::contains).findFirst().orElse(refusals.getFirst());
    }

    /** Waits for the winner; gives up after {@code ringFor} or when interrupted. */
    Dialled run(Duration ringFor) {
        try {
            return result.get(ringFor.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unanswered) {
            return end();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return end();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            cancelLosers();
        }
    }

    /** Whoever answers from now on is too late; whoever answered just before has won. */
    private Dialled end() {
        result.complete(new Dialled.Failed(HangupCause.NO_ANSWER));
        return result.join();
    }

    private void cancelLosers() {
        Dialled how = result.join();
        running.forEach((invite, call) -> {
            if (!(how instanceof Dialled.Answered answered && answered.call().equals(call))) {
                invite.giveUp();
            }
        });
    }
}
