package org.hotline.call.registrar;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who can be rung just now. Any thread. */
public interface Registrations {
    /** Empty if it was never registered since the start. */
    Optional<Reachability> of(String account);

    /** Everybody who was registered since the start, by name. */
    List<Reachability> all();

    /** {@code listener} is told each change of reachability or number of contacts, on any thread; must not block. */
    void onChange(Consumer<Reachability> listener);
}
