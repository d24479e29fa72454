package org.hotline.call.rtp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real-time scheduling for the few threads whose lateness is heard: they run at once, whatever else is computing. Linux
 * only, and only with CAP_SYS_NICE or a limit for real-time priorities (systemd: LimitRTPRIO=1); everything works without,
 * with a longer tail.
 */
public final class Urgency {
    /** SCHED_RR, not inherited by what the thread starts: sched(7). */
    private static final int POLICY = 2 | 0x4000_0000;

    private static final int PRIORITY = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Urgency.class);

    private Urgency() {}

    /** Asks it for the calling thread; true if it was granted. */
    public static boolean claim() {
        boolean granted = System.getProperty("os.name").equals("Linux") && schedule();
        LOG.atInfo()
                .addKeyValue("thread", Thread.currentThread().getName())
                .addKeyValue("realTime", granted)
                .log("Media thread runs");
        return granted;
    }

    @SuppressWarnings("restricted") // one C function, of fixed shape
    private static boolean schedule() {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle schedule = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("sched_setscheduler"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, PRIORITY);
            return (int) schedule.invokeExact(0, POLICY, priority) == 0; // 0: the calling thread
        } catch (Throwable unknownHere) {
            LOG.atDebug().setCause(unknownHere).log("No real-time scheduling");
            return false;
        }
    }
}
