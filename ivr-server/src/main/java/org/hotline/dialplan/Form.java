package org.hotline.dialplan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.conversation.Given;
import org.hotline.conversation.plan.Wording;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.Suggestion;
import org.hotline.yaml.YamlValue;

/**
 * A mapping that is being read: takes entries of the kinds a plan has, and complains about what does not fit. A reader
 * that has complained goes on with something harmless, so that one reading finds all mistakes.
 */
final class Form {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,3})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5})(s|m|h)");

    private final YamlValue.Mapping mapping;
    private final String what;
    private final List<Complaint> complaints;

    /** @param what this is, for sentences: {@code step "menu"} */
    Form(YamlValue.Mapping mapping, String what, List<Complaint> complaints) {
        this.mapping = mapping;
        this.what = what;
        this.complaints = complaints;
    }

    /** {@code value} as a form; empty, after a complaint, if it is no mapping. */
    static Form of(YamlValue value, String what, List<Complaint> complaints) {
        if (value instanceof YamlValue.Mapping mapping) {
            return new Form(mapping, what, complaints);
        }
        complaints.add(new Complaint(value.place(), what + " must be names and values", "write it as name: value"));
        return new Form(new YamlValue.Mapping(value.place(), Map.of(), Map.of()), what, complaints);
    }

    String what() {
        return what;
    }

    Place place() {
        return mapping.place();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Map<String, YamlValue> entries() {
        return mapping.entries();
    }

    /** The place of a name, or of the whole if the name is missing. */
    Place at(String key) {
        return mapping.keys().getOrDefault(key, mapping.place());
    }

    void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }

    /** Complains about names that mean nothing here. */
    void allowOnly(Set<String> known) {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                complain(
                        at(key),
                        what + " has an unknown entry \"" + key + "\"",
                        Suggestion.among(new TreeSet<>(known), key));
            }
        }
    }

    /** A text that must be there. */
    String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!has(key)) {
                complain(place(), what + " lacks \"" + key + "\"", "add " + key + ": ...");
            }
            return "";
        });
    }

    Optional<String> optionalText(String key) {
        return switch (mapping.entries().get(key)) {
            case null -> Optional.empty();
            case YamlValue.Scalar scalar -> Optional.of(scalar.text());
            case YamlValue.Sequence list -> wrongKind(list.place(), key, "one text");
            case YamlValue.Mapping names -> wrongKind(names.place(), key, "one text");
        };
    }

    Optional<LocalDate> day(String key) {
        return parsed(key, LocalDate::parse, "a day", "write 2026-12-31");
    }

    Optional<LocalTime> timeOfDay(String key) {
        return parsed(key, LocalTime::parse, "a time of day", "write \"18:00\"");
    }

    private <T> Optional<T> parsed(String key, Function<String, T> reading, String kind, String suggestion) {
        return optionalText(key).flatMap(text -> {
            try {
                return Optional.of(reading.apply(text));
            } catch (DateTimeParseException wrong) {
                complain(at(key), what + ": \"" + text + "\" is not " + kind, suggestion);
                return Optional.empty();
            }
        });
    }

    /** Complains if a slot would hide what every lookup is given. */
    void fills(String slot, Place place) {
        if (Given.slots().contains(slot)) {
            complain(place, what + " fills {" + slot + "}, which every lookup is given already", "call it otherwise");
        }
    }

    /** Texts in a list, or a single one; empty if the entry is missing. */
    List<String> texts(String key) {
        return switch (mapping.entries().get(key)) {
            case null -> List.of();
            case YamlValue.Scalar scalar -> List.of(scalar.text());
            case YamlValue.Sequence list -> items(list, key);
            case YamlValue.Mapping names -> {
                complain(names.place(), what + ": \"" + key + "\" must be a list of texts", "start each with a dash");
                yield List.of();
            }
        };
    }

    /**
     * Sentences to be said, in a list or a single one. They must stand in quotes: a list would cut an unquoted one at
     * its commas, and a colon would make a name of its beginning.
     */
    List<Wording> prose(String key) {
        YamlValue value = mapping.entries().get(key);
        List<YamlValue> parts = switch (value) {
            case null -> List.of();
            case YamlValue.Sequence list -> list.items();
            case YamlValue.Scalar scalar -> List.of(scalar);
            case YamlValue.Mapping names -> List.of(names);
        };
        for (YamlValue part : parts) {
            if (!(part instanceof YamlValue.Scalar scalar && scalar.quoted())) {
                complain(part.place(), what + ": \"" + key + "\" is not in quotes", "put all prose in double quotes");
            }
        }
        return parts.stream()
                .filter(YamlValue.Scalar.class::isInstance)
                .map(part -> new Wording(((YamlValue.Scalar) part).text()))
                .toList();
    }

    /** One sentence to be said; nothing if the entry is missing. */
    Optional<Wording> sentence(String key) {
        List<Wording> sentences = prose(key);
        if (sentences.size() > 1) {
            complain(at(key), what + ": \"" + key + "\" must be one text", "write it as one sentence in double quotes");
        }
        return sentences.stream().findFirst();
    }

    private List<String> items(YamlValue.Sequence list, String key) {
        List<String> texts = new ArrayList<>();
        for (YamlValue item : list.items()) {
            if (item instanceof YamlValue.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                complain(item.place(), what + ": \"" + key + "\" must be a list of texts", "put the text in quotes");
            }
        }
        return texts;
    }

    /** Names and texts, in order; empty if the entry is missing. */
    Map<String, String> map(String key) {
        YamlValue value = mapping.entries().get(key);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        Form form = of(value, what + ": \"" + key + "\"", complaints);
        form.mapping.entries().keySet().forEach(name -> map.put(name, form.text(name)));
        return map;
    }

    Optional<Form> optionalForm(String key) {
        return Optional.ofNullable(mapping.entries().get(key))
                .map(value -> of(value, what + ": \"" + key + "\"", complaints));
    }

    boolean flag(String key, boolean usually) {
        return switch (optionalText(key).orElse(Boolean.toString(usually))) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                complain(at(key), what + ": \"" + key + "\" must be true or false", "");
                yield usually;
            }
        };
    }

    /** What is written there; it must be there. */
    YamlValue entry(String key) {
        return Objects.requireNonNull(mapping.entries().get(key), key);
    }

    /** A number with up to three digits after the point. */
    Optional<Double> number(String key) {
        Optional<String> text = optionalText(key);
        if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
            complain(at(key), what + ": \"" + text.get() + "\" is not a number", "write 10, -2.5 or 99.90");
            return Optional.empty();
        }
        return text.map(Double::valueOf);
    }

    Optional<Duration> duration(String key) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = DURATION.matcher(text.get());
        if (!matcher.matches()) {
            complain(at(key), what + ": \"" + text.get() + "\" is not a length of time", "write 90s, 5m or 1h");
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    private Optional<String> wrongKind(Place place, String key, String wanted) {
        complain(place, what + ": \"" + key + "\" must be " + wanted, "put all prose in double quotes");
        return Optional.empty();
    }
}
