package org.hotline.history.jdbc;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import tools.jackson.databind.json.JsonMapper;

/** Events and endings as JSON. An event's kind is the name of its record; unknown fields are ignored on reading. */
final class EventJson {
    private static final Map<String, Class<?>> KINDS =
            leaves(CallEvent.class).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Ending.class, Kinded.class)
            .registerSubtypes(Ending.class.getPermittedSubclasses())
            .build();

    /** How an ending says which it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Kinded {}

    private EventJson() {}

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJson::leaves)
                : Stream.of(type);
    }

    static String kind(CallEvent event) {
        return event.getClass().getSimpleName();
    }

    static String write(CallEvent event) {
        return JSON.writeValueAsString(event);
    }

    /** @throws IllegalArgumentException if the kind is unknown (written by a newer server) */
    static CallEvent read(String kind, String json) {
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("unknown kind of call event: " + kind);
        }
        return (CallEvent) JSON.readValue(json, type);
    }

    static String writeEnding(Ending ending) {
        return JSON.writeValueAsString(ending);
    }

    static Ending readEnding(String json) {
        return JSON.readValue(json, Ending.class);
    }
}
