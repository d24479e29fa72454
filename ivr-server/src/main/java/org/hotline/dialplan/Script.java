package org.hotline.dialplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline.call.PhoneNumber;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/**
 * A call written down to be rehearsed: one line for each thing said or done.
 *
 * <pre>
 * # A parcel that is on its way
 * Bot:    How can I help you?
 * Caller: where is my parcel        -&gt; parcel-late
 * Caller: [keys 12345678]
 * Ends:   hang-up
 * </pre>
 *
 * @param file where it stands
 */
public record Script(Path file, List<Line> lines) {
    private static final Pattern LINE = Pattern.compile("(Calling|Bot|Caller|Lookup|Speech|Back|Ends):\\s*(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,24}");
    private static final Pattern ARROW = Pattern.compile("(.*?)\\s+->\\s*([a-z0-9-]+)");

    /** One line of a rehearsal. */
    public sealed interface Line {
        Place place();

        /** The number that the call comes from; withheld if it is not written. */
        record Calling(Place place, PhoneNumber number) implements Line {}

        /** The bot's next words contain this. */
        record Bot(Place place, String words) implements Line {}

        /** The caller's turn, and what it must be understood as, if that is written. */
        record Turn(Place place, Deed deed, Optional<String> meaning) implements Line {}

        /** From here on a lookup has this outcome. */
        record Lookup(Place place, String query, String outcome) implements Line {}

        /** From here on speech can be recognised, or not. */
        record Speech(Place place, boolean up) implements Line {}

        /** Nobody took the caller: the talk goes on. */
        record Back(Place place) implements Line {}

        /** How it ends. */
        record Ends(Place place, String how) implements Line {}
    }

    /** What reading came to. */
    public sealed interface Reading {
        record Read(Script script) implements Reading {}

        record Refused(List<Complaint> complaints) implements Reading {}
    }

    /** The number that the call comes from. */
    PhoneNumber calling() {
        return lines.stream()
                .flatMap(line -> line instanceof Line.Calling calling ? Stream.of(calling.number()) : Stream.empty())
                .findFirst()
                .orElse(PhoneNumber.WITHHELD);
    }

    /** The rehearsals of a plan's folder, by name. */
    public static List<Path> of(Path folder) {
        Path calls = folder.resolve("calls");
        if (!Files.isDirectory(calls)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(calls)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws UncheckedIOException if the file cannot be read */
    public static Reading read(Path file) {
        List<Line> lines = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        int number = 0;
        for (String text : text(file)) {
            number++;
            if (!text.isBlank() && !text.startsWith("#")) {
                Place place = new Place(file.toString(), number);
                line(place, text.strip())
                        .ifPresentOrElse(
                                lines::add,
                                () -> complaints.add(new Complaint(
                                        place,
                                        "this line of the rehearsal cannot be read",
                                        "begin it with Calling:, Bot:, Caller:, Lookup:, Speech:, Back: or Ends:; a caller says"
                                                + " words, [keys 12], [silence] or [hangs up]")));
            }
        }
        return complaints.isEmpty()
                ? new Reading.Read(new Script(file, List.copyOf(lines)))
                : new Reading.Refused(complaints);
    }

    private static Optional<Line> line(Place place, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        String rest = line.group(2).strip();
        return switch (line.group(1)) {
            case "Calling" ->
                Optional.of(rest)
                        .filter(number -> NUMBER.matcher(number).matches())
                        .map(number -> new Line.Calling(place, new PhoneNumber(number)));
            case "Bot" -> Optional.of(new Line.Bot(place, rest));
            case "Caller" -> turn(place, rest);
            case "Lookup" -> lookup(place, rest);
            case "Speech" ->
                Optional.of(rest)
                        .filter(word -> word.equals("up") || word.equals("down"))
                        .map(word -> new Line.Speech(place, word.equals("up")));
            case "Back" -> Optional.of(new Line.Back(place));
            default -> Optional.of(new Line.Ends(place, rest));
        };
    }

    private static Optional<Line> turn(Place place, String rest) {
        Matcher arrow = ARROW.matcher(rest);
        Optional<String> meaning = arrow.matches() ? Optional.of(arrow.group(2)) : Optional.empty();
        return Deed.of(arrow.matches() ? arrow.group(1).strip() : rest)
                .map(deed -> new Line.Turn(place, deed, meaning));
    }

    private static Optional<Line> lookup(Place place, String rest) {
        Matcher arrow = ARROW.matcher(rest);
        return arrow.matches()
                ? Optional.of(new Line.Lookup(place, arrow.group(1).strip(), arrow.group(2)))
                : Optional.empty();
    }

    private static List<String> text(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
