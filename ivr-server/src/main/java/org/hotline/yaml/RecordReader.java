package org.hotline.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a YAML mapping into a tree of records. A component {@code mediaTimeout} is the key {@code media-timeout}; keys
 * that are absent keep the value of the record given as default. Every mistake becomes a {@link Complaint}; reading goes
 * on, so that one run names them all.
 *
 * <p>Understands text, whole numbers, {@code true|false}, durations ({@code 500ms 20s 5m 2h 30d}), paths, zones, enums,
 * optionals, lists, mappings by name, and records of these. One thread.
 */
public final class RecordReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private final List<Complaint> complaints = new ArrayList<>();

    /** What was wrong in all that this reader read, in the order read. */
    public List<Complaint> complaints() {
        return List.copyOf(complaints);
    }

    /** Reads {@code value} over {@code defaults}; what cannot be read keeps its default. */
    public <R extends Record> R read(YamlValue value, R defaults) {
        if (!(value instanceof YamlValue.Mapping mapping)) {
            complain(value.place(), "here must be names and values", "write name: value, one a line");
            return defaults;
        }
        Map<String, RecordComponent> components = components(defaults.getClass());
        mapping.keys().forEach((key, place) -> {
            if (!components.containsKey(key)) {
                complain(place, "there is no setting \"" + key + "\" here", "known are " + known(components, key));
            }
        });
        Object[] values = components.entrySet().stream()
                .map(component -> {
                    Object old = componentValue(component.getValue(), defaults);
                    YamlValue written = mapping.entries().get(component.getKey());
                    return written == null
                            ? old
                            : convert(written, component.getValue().getGenericType(), old);
                })
                .toArray();
        return construct(mapping.place(), defaults, values);
    }

    private Object convert(YamlValue value, Type type, Object old) {
        if (type instanceof ParameterizedType generic) {
            return convertGeneric(value, generic, old);
        }
        if (old instanceof Record nested) {
            return read(value, nested);
        }
        if (value instanceof YamlValue.Scalar scalar) {
            return convertScalar(scalar, (Class<?>) type, old);
        }
        complain(value.place(), "here must be a single value", "");
        return old;
    }

    private Object convertGeneric(YamlValue value, ParameterizedType type, Object old) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            Object blank = blank(arguments[0]);
            return Optional.of(convert(value, arguments[0], blank));
        }
        if (raw == List.class && value instanceof YamlValue.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> convert(item, arguments[0], blank(arguments[0])))
                    .toList();
        }
        if (raw == Map.class && value instanceof YamlValue.Mapping mapping) {
            Map<String, Object> entries = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((name, item) -> entries.put(name, convert(item, arguments[1], blank(arguments[1]))));
            return entries;
        }
        complain(
                value.place(),
                raw == List.class ? "here must be a list" : "here must be names and values",
                raw == List.class ? "write [a, b]" : "write name: value");
        return old;
    }

    private Object convertScalar(YamlValue.Scalar scalar, Class<?> type, Object old) {
        String text = scalar.text();
        try {
            if (type == String.class) {
                return text;
            } else if (type == int.class || type == Integer.class) {
                return Integer.parseInt(text);
            } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
                return Boolean.parseBoolean(text);
            } else if (type == Duration.class) {
                return duration(text);
            } else if (type == Path.class) {
                return Path.of(text);
            } else if (type == ZoneId.class) {
                return ZoneId.of(text);
            } else if (type.isEnum()) {
                return constant(type, text);
            }
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            // Said below, with the place.
        } catch (java.time.DateTimeException wrong) {
            // An unknown zone: said below.
        }
        complain(scalar.place(), "\"" + text + "\" is not " + wanted(type), "for example " + example(type, old));
        return old;
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> kebab(((Enum<?>) constant).name()).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String wanted(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == Duration.class) {
            return "a length of time";
        } else if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(constant -> kebab(((Enum<?>) constant).name()))
                                    .toList());
        }
        return "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String example(Class<?> type, Object old) {
        if (type == Duration.class) {
            return "500ms, 20s, 5m or 30d";
        }
        return old instanceof Enum<?> constant ? kebab(constant.name()) : String.valueOf(old);
    }

    /** The default of an item that has none: records need an all-defaults constructor named {@code blank()}. */
    private static Object blank(Type type) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw.isRecord()) {
            try {
                return raw.getMethod("blank").invoke(null);
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException(raw + " needs a static blank()", wrong);
            }
        }
        return raw == List.class ? List.of() : "";
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.put(kebab(component.getName()), component);
        }
        return components;
    }

    private static Object componentValue(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(component + " must be public", wrong);
        }
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> R construct(Place place, R defaults, Object[] values) {
        try {
            return (R) defaults.getClass().getDeclaredConstructors()[0].newInstance(values);
        } catch (InvocationTargetException refused) {
            complain(place, String.valueOf(refused.getTargetException().getMessage()), "");
            return defaults;
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(defaults.getClass() + " must be public", wrong);
        }
    }

    private static String known(Map<String, RecordComponent> components, String key) {
        return Suggestion.nearest(key, components.keySet())
                        .map(near -> "\"" + near + "\" perhaps; all: ")
                        .orElse("")
                + String.join(", ", components.keySet());
    }

    private void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }

    private static String kebab(String name) {
        return name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT).replace('_', '-')
                : name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
