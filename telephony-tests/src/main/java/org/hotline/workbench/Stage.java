package org.hotline.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;

/** The phones of a demo: agents' with their accounts, and one for each caller. One thread. */
final class Stage implements AutoCloseable {
    private final Trial trial;
    private final Map<String, Softphone> agents = new HashMap<>();
    private final List<Softphone> callers = new ArrayList<>();

    Stage(Trial trial) {
        this.trial = trial;
    }

    /** The registered phone of an agent. */
    Softphone agent(String name, Language language) {
        return agents.computeIfAbsent(name, account -> trial.agent(account, language));
    }

    /** The phone of somebody who calls. */
    Softphone caller(Language language) {
        Softphone phone = trial.caller(language).build();
        callers.add(phone);
        return phone;
    }

    @Override
    public void close() {
        callers.forEach(Softphone::close);
        agents.values().forEach(Softphone::close);
    }
}
