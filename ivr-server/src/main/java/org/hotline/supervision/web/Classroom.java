package org.hotline.supervision.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotline.speech.Language;
import org.hotline.training.Refused;
import org.hotline.training.Training;

/** The hotlines whose issues can be trained, found by what requests name. Any thread. */
final class Classroom {
    private final Map<String, Lectern> lecterns = new LinkedHashMap<>();

    /** One hotline, and what trainers see of its inbox. */
    record Lectern(Training training, InboxAtHand inbox) {}

    Classroom(WebPorts ports) {
        ports.school()
                .hotlines()
                .forEach(training -> lecterns.put(
                        training.hotline().name(), new Lectern(training, new InboxAtHand(training, ports.clock()))));
    }

    List<String> hotlines() {
        return List.copyOf(lecterns.keySet());
    }

    /** The one in the request's path. */
    Lectern of(Context request) {
        return Optional.ofNullable(lecterns.get(request.pathParam("hotline")))
                .orElseThrow(() -> noSuch("hotline with issues to train"));
    }

    /** The languages in which a hotline locates problems. */
    static List<Language> languages(Training training) {
        List<Language> languages = new ArrayList<>();
        training.hotline().plans().forEach(plan -> {
            if (!languages.contains(plan.plan().language())) {
                languages.add(plan.plan().language());
            }
        });
        return languages;
    }

    static Language language(Training training, String tag) {
        return languages(training).stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> Requests.bad("language must be one in which the hotline locates problems"));
    }

    /** What the room answers; a refusal of its is told as such. */
    static <T> T told(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (Refused refused) {
            throw new Problem(
                    Problem.Code.NOT_SO, String.valueOf(refused.getMessage()), "change it accordingly, then try again");
        }
    }

    static Problem noSuch(String thing) {
        return new Problem(Problem.Code.NO_SUCH_ISSUE, "there is no such " + thing, "reload the page");
    }
}
