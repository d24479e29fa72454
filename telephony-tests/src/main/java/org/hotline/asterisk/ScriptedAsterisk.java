package org.hotline.asterisk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hotline.audio.Frame;

/**
 * An Asterisk of one release that runs a dialplan file against a hotline.
 *
 * @param release what it can do
 * @param pace how its bytes come
 */
public record ScriptedAsterisk(Release release, AudioSocket.Pace pace, Extensions extensions, int agi, int audio) {
    /** Runs the dialplan that ships with Hotline, towards these ports of this machine. */
    public static ScriptedAsterisk running(Path home, int agi, int audio) {
        return new ScriptedAsterisk(
                Release.NEW,
                AudioSocket.Pace.WHOLE,
                Extensions.read(home.resolve("dialplans/asterisk/extensions.conf")),
                agi,
                audio);
    }

    /** The same in another release. */
    public ScriptedAsterisk as(Release other) {
        return new ScriptedAsterisk(other, pace, extensions, agi, audio);
    }

    /** The same over another path. */
    public ScriptedAsterisk sending(AudioSocket.Pace other) {
        return new ScriptedAsterisk(release, other, extensions, agi, audio);
    }

    /** A caller dials; {@code ear} hears what Hotline says, on a thread of the channel. */
    public Channel call(String calling, String dialled, Consumer<Frame> ear) {
        return call("PJSIP/trunk", calling, dialled, ear);
    }

    /** The same from another endpoint than the trunk: a phone that is registered at this Asterisk. */
    public Channel call(String endpoint, String calling, String dialled, Consumer<Frame> ear) {
        return new Channel(this, Origin.calling(extensions, endpoint, calling, dialled), ear);
    }

    Map<String, String> globals() {
        Map<String, String> globals = new HashMap<>(extensions.globals());
        globals.put("HOTLINE_AGI", "127.0.0.1:" + agi);
        globals.put("HOTLINE_AUDIO", "127.0.0.1:" + audio);
        return globals;
    }
}
