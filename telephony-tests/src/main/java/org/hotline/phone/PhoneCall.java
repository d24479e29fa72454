package org.hotline.phone;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.speech.Piece;

/**
 * One call as its person lives it: says, hears, presses keys, hangs up. The verbs read as a phone call and block until
 * what they say has happened; what does not happen within {@link Softphone#PATIENCE} is an {@link AssertionError} that
 * tells what was heard instead.
 */
public final class PhoneCall {
    private static final double CLEAR_ENOUGH = 0.6;

    private static final int QUIET_FRAMES = 60;
    private static final double QUIET_RMS = 200;

    private final CallersPhone phone;
    private final Runnable leave;
    private final Dialog dialog;
    private final Mouth line;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Frame> heard = new ArrayList<>();
    private final StringBuilder keysHeard = new StringBuilder();
    private Optional<Ears> ears = Optional.empty();
    private int passedOver;
    private volatile boolean over;

    /** A call to be placed. */
    PhoneCall(Softphone phone, String number) {
        Line sound = new Line(phone.local(), phone.weather(), this::hear, this::hearKey);
        this.phone = phone;
        this.line = sound;
        this.dialog = PhoneDialog.outgoing(phone, number, sound);
        this.leave = () -> phone.leave(dialog.callId());
        phone.join(dialog.callId(), this);
    }

    /** A call that comes in. */
    PhoneCall(Softphone phone, SipText invite) {
        Line sound = new Line(phone.local(), phone.weather(), this::hear, this::hearKey);
        this.phone = phone;
        this.line = sound;
        this.dialog = PhoneDialog.incoming(phone, invite, sound);
        this.leave = () -> phone.leave(dialog.callId());
    }

    /** A call through an Asterisk. */
    PhoneCall(AsteriskPhone phone, Function<Consumer<Frame>, AsteriskPhone.ChannelLine> opening) {
        AsteriskPhone.ChannelLine channel = opening.apply(this::hear);
        this.phone = phone;
        this.line = channel;
        this.dialog = channel;
        this.leave = () -> {};
        channel.whenOver(this::ended);
    }

    // ---------------------------------------------------------------- what a person does

    /** Answers a ringing phone. */
    public PhoneCall answers() {
        dialog.answer();
        return this;
    }

    /** Refuses a ringing phone: 603, or 486 as most phones' button does. */
    public PhoneCall rejects() {
        dialog.reject(486, "Busy Here");
        ended();
        return this;
    }

    /** Waits until a call that was begun is answered; at once if it is. */
    public PhoneCall isAnswered() {
        dialog.awaitAnswer(Softphone.PATIENCE);
        return this;
    }

    /** Gives up before the answer (CANCEL). */
    public PhoneCall givesUp() {
        dialog.cancel();
        ended();
        return this;
    }

    /** Says a sentence with the owner's voice and waits until it is said. */
    public PhoneCall says(String sentence) {
        Pcm speech = phone.voice()
                .speak(phone.language(), List.of(new Piece.Text(sentence)), Frame.TELEPHONE_RATE)
                .orElseThrow(() -> new AssertionError("nothing here can say \"" + sentence
                        + "\": install espeak-ng, or say a sentence of telephony-tests/voices"));
        return plays(speech);
    }

    /** Plays sound into the phone, 8 kHz, and waits until it is played. */
    public PhoneCall plays(Pcm sound) {
        line.say(sound.frames());
        return untilSaid(sound.duration().plus(Softphone.PATIENCE));
    }

    /** Presses keys one after the other. */
    public PhoneCall presses(String keys) {
        keys.chars().forEach(key -> line.press((char) key));
        return untilSaid(Softphone.PATIENCE.plusMillis(300L * keys.length()));
    }

    /** Presses keys by SIP INFO, as some old phones do. */
    public PhoneCall pressesByInfo(String keys) {
        keys.chars().forEach(key -> dialog.pressBySignalling((char) key));
        return this;
    }

    /** Listens for that long. */
    public PhoneCall waits(Duration time) {
        long until = heardFrames() + time.toMillis() / Frame.MILLIS;
        await(() -> heardFrames() >= until || over, time.plus(Softphone.PATIENCE), "sound for " + time);
        return this;
    }

    /** Listens until the other side, having said something, has been quiet for 1.2 s, or the call is over. Objections are waited for 0.7 s. */
    public PhoneCall hearsThemOut() {
        int from = heardFrames();
        await(
                () -> over || quietSince(from),
                Softphone.PATIENCE.multipliedBy(4),
                "a pause: the other side never stopped, as music on hold does not");
        return this;
    }

    /** Shows every frame said or heard from now on to {@code observer}. */
    public PhoneCall watchedBy(LineWatch observer) {
        line.watch(observer);
        return this;
    }

    /** Puts the other side on hold. */
    public PhoneCall holds() {
        dialog.reinvite("sendonly");
        return this;
    }

    /** Takes the other side back. */
    public PhoneCall resumes() {
        dialog.reinvite("sendrecv");
        return this;
    }

    /** Sends the other side elsewhere (REFER). */
    public PhoneCall transfersTo(String target) {
        dialog.refer(target);
        return this;
    }

    /** Hangs up. */
    public PhoneCall hangsUp() {
        if (!over) {
            dialog.bye();
            ended();
        }
        return this;
    }

    // ---------------------------------------------------------------- what a person notices

    /** Waits until this sentence, or most of it, is heard; what is heard before it is passed over. */
    public PhoneCall hears(String sentence) {
        return hears(sentence, Softphone.PATIENCE);
    }

    /** The same with a patience of one's own. */
    public PhoneCall hears(String sentence, Duration patience) {
        listen();
        List<String> want = Likeness.units(phone.language(), sentence);
        await(() -> sinceThen(want).share() >= CLEAR_ENOUGH, patience, "\"" + sentence + "\"");
        passedOver += sinceThen(want).end();
        return this;
    }

    /** Waits until the other side hangs up. */
    public PhoneCall isHungUpOn() {
        return isHungUpOn(Softphone.PATIENCE);
    }

    /** The same with a patience of one's own. */
    public PhoneCall isHungUpOn(Duration patience) {
        await(() -> over, patience, "the other side hanging up");
        return this;
    }

    /** Waits until the other side pressed these keys. */
    public PhoneCall hearsKeys(String keys) {
        await(() -> keysHeard.toString().contains(keys), Softphone.PATIENCE, "the keys " + keys);
        return this;
    }

    /** Everything understood so far, an utterance an item. Ears open with the first call of this or {@link #hears}. */
    public List<String> understood() {
        listen();
        return ears().understood();
    }

    /** Everything heard so far. */
    public Pcm heardSound() {
        lock.lock();
        try {
            return heard.isEmpty()
                    ? Pcm.of(new short[0], Frame.TELEPHONE_RATE)
                    : Pcm.concat(heard.stream()
                            .map(frame -> Pcm.of(frame.samples(), frame.rate()))
                            .toList());
        } finally {
            lock.unlock();
        }
    }

    public boolean isOver() {
        return over;
    }

    /** Who calls, as the phone's display shows it. */
    public String display() {
        return dialog.farAddress();
    }

    /** The status code the call was answered with, 0 before. */
    public int status() {
        return dialog.status();
    }

    // ---------------------------------------------------------------- inside

    PhoneCall invite() {
        return beginInvite().isAnswered();
    }

    PhoneCall beginInvite() {
        dialog.invite();
        return this;
    }

    void ring() {
        dialog.ring();
    }

    void vanish() {
        line.close();
        over = true;
    }

    Mouth line() {
        return line;
    }

    void takeRequest(SipText request) {
        if (dialog.take(request)) {
            ended();
        }
    }

    private void ended() {
        lock.lock();
        try {
            over = true;
            line.close();
            leave.run();
            ears.ifPresent(Ears::close);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hear(Frame frame) {
        lock.lock();
        try {
            heard.add(frame);
            ears.ifPresent(open -> open.hear(frame));
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hearKey(char key) {
        lock.lock();
        try {
            keysHeard.append(key);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Opens the ears: they catch up with all that was heard before. */
    private void listen() {
        lock.lock();
        try {
            if (ears.isEmpty()) {
                Ears open = new Ears(phone.language());
                heard.forEach(open::hear);
                ears = Optional.of(open);
                if (over) {
                    open.close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private Ears ears() {
        return ears.orElseThrow();
    }

    /** What of the wanted words was heard after those that were waited for before. */
    private Likeness.Match sinceThen(List<String> want) {
        List<String> all = Likeness.units(phone.language(), String.join(" ", ears().understood()));
        return Likeness.in(want, all.subList(Math.min(passedOver, all.size()), all.size()));
    }

    private PhoneCall untilSaid(Duration patience) {
        await(() -> line.isQuiet() || over, patience, "the end of my own words");
        return this;
    }

    private boolean quietSince(int from) {
        int end = heard.size();
        return end - from > QUIET_FRAMES
                && heard.subList(from, end).stream().anyMatch(frame -> frame.rms() > QUIET_RMS)
                && heard.subList(end - QUIET_FRAMES, end).stream().noneMatch(frame -> frame.rms() > QUIET_RMS);
    }

    private int heardFrames() {
        return heard.size();
    }

    private void await(BooleanSupplier happened, Duration patience, String what) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!happened.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("waited " + patience.toSeconds() + " s for " + what + "; understood "
                            + ears.map(open -> open.understood().toString()).orElse("nothing (not listening)")
                            + (over ? ", call over" : ""));
                }
                long slice = Math.min(left, 20_000_000L);
                left -= slice - news.awaitNanos(slice);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } finally {
            lock.unlock();
        }
    }

    /** Where the other side sends its sound from, for tests of the media path. */
    public InetSocketAddress farSound() {
        return dialog.farSound();
    }
}
