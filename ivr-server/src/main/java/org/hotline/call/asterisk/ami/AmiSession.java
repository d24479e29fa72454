package org.hotline.call.asterisk.ami;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.CoreSettingsResponse;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * One login, from the greeting to the end of the connection. The library's own way to connect again is not used: it
 * neither waits longer each time nor ends; {@link Ami} makes a new session instead.
 */
final class AmiSession extends ManagerConnectionImpl implements AutoCloseable {
    private final AmiSettings settings;
    private final CompletableFuture<Void> lost = new CompletableFuture<>();

    /** @param events is told every event that the library understands, on its thread: be quick */
    AmiSession(AmiSettings settings, Consumer<ManagerEvent> events) {
        this.settings = settings;
        setHostname(settings.host());
        setPort(settings.port());
        setUsername(settings.user());
        setPassword(settings.secret());
        setDefaultResponseTimeout(settings.patience().toMillis());
        setDefaultEventTimeout(settings.patience().toMillis());
        addEventListener(events::accept);
    }

    /**
     * Connects and logs in.
     *
     * @throws IOException if nobody is there or who is does not speak AMI
     * @throws AuthenticationFailedException if we are refused
     */
    AmiVersion open() throws IOException, AuthenticationFailedException {
        try {
            login();
        } catch (TimeoutException silent) {
            throw new IOException("it did not answer in time", silent);
        }
        String greeting = Optional.ofNullable(getProtocolIdentifier()).orElse("");
        // Needs the class "reporting" or "system"; without it the greeting must do.
        Optional<String> told = ask(new CoreSettingsAction()) instanceof Answer.Done done
                        && done.response() instanceof CoreSettingsResponse core
                ? Optional.ofNullable(core.getAsteriskVersion())
                : Optional.empty();
        return AmiVersion.of(greeting, told);
    }

    @Override
    protected SocketConnectionFacade createSocket() throws IOException {
        return new AmiSocket(settings);
    }

    /** Only how actions are written depends on it, and that has been the same since 1.8. */
    @Override
    protected AsteriskVersion determineVersion() {
        return AsteriskVersion.ASTERISK_22;
    }

    @Override
    public void dispatchEvent(ManagerEvent event, Integer waiting) {
        if (event instanceof DisconnectEvent) {
            state = ManagerConnectionState.DISCONNECTED;
            super.dispatchEvent(event, waiting);
            lost.complete(null);
        } else {
            super.dispatchEvent(event, waiting);
        }
    }

    /** Completes when the connection is gone. */
    CompletableFuture<Void> lost() {
        return lost.copy();
    }

    /** Asks and waits for the answer, and for the list if the action asks for one. Any thread. */
    Answer ask(ManagerAction action) {
        try {
            // What these two come to is told by events of their own, whatever the library thinks.
            boolean single = action instanceof OriginateAction || action instanceof HangupAction;
            return action instanceof EventGeneratingAction list && !single
                    ? list(list)
                    : answer(sendAction(action), List.of());
        } catch (EventTimeoutException partial) {
            return new Answer.Unanswered("the list of " + action.getAction() + " did not end in time");
        } catch (TimeoutException silent) {
            return new Answer.Unanswered(
                    lost.isDone() ? "the connection was lost" : action.getAction() + " was not answered in time");
        } catch (IOException | IllegalStateException gone) {
            return new Answer.Unanswered("the connection is gone");
        }
    }

    private Answer list(EventGeneratingAction action) throws IOException, TimeoutException {
        ResponseEvents list = sendEventGeneratingAction(action);
        return answer(list.getResponse(), List.copyOf(list.getEvents()));
    }

    private static Answer answer(ManagerResponse response, List<org.asteriskjava.manager.event.ResponseEvent> events) {
        return response instanceof ManagerError
                ? new Answer.Refused(Optional.ofNullable(response.getMessage()).orElse("no reason given"))
                : new Answer.Done(response, events);
    }

    boolean isAlive() {
        return ask(new PingAction()) instanceof Answer.Done;
    }

    @Override
    public void close() {
        disconnect();
    }
}
