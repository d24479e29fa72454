package org.hotline.speech.vosk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words a Vosk model can hear. Big models list them in {@code graph/words.txt}; small ones carry them as the symbol
 * table of {@code graph/Gr.fst} (OpenFst's binary format, little-endian), where Vosk itself looks them up.
 *
 * <p>Vosk drops a word it does not know from a phrase list with a line on stderr only, and so turns the phrase into
 * another one. Hence the check here.
 */
public final class Vocabulary {
    private static final int FST_MAGIC = 2125659606;
    private static final int SYMBOLS_MAGIC = 2125658996;
    private static final int HAS_INPUT_SYMBOLS = 1;
    private static final int LONGEST_SYMBOL = 1000;

    private final Set<String> words;

    private Vocabulary(Set<String> words) {
        this.words = words;
    }

    /**
     * The vocabulary of the model in {@code folder}.
     *
     * @throws IOException if there is no list of words, or it cannot be read
     */
    public static Vocabulary of(Path folder) throws IOException {
        Path list = folder.resolve("graph/words.txt");
        if (Files.exists(list)) {
            try (Stream<String> lines = Files.lines(list)) {
                return new Vocabulary(
                        new HashSet<>(lines.map(line -> line.split(" ", 2)[0]).toList()));
            }
        }
        Path graph = folder.resolve("graph/Gr.fst");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(graph))) {
            return new Vocabulary(symbols(new DataInputStream(in), graph));
        }
    }

    /** The words of {@code phrases}, separated by blanks, that are not in the vocabulary. */
    public Set<String> unknown(Collection<String> phrases) {
        Set<String> unknown = new LinkedHashSet<>();
        for (String phrase : phrases) {
            for (String word : wordsOf(phrase)) {
                if (!words.contains(word)) {
                    unknown.add(word);
                }
            }
        }
        return unknown;
    }

    /** How many words. */
    public int size() {
        return words.size();
    }

    private static List<String> wordsOf(String phrase) {
        return Stream.of(phrase.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> symbols(DataInputStream in, Path file) throws IOException {
        expect(integer(in) == FST_MAGIC, file);
        text(in, file); // kind of graph
        text(in, file); // kind of arc
        integer(in); // version
        int flags = integer(in);
        in.skipNBytes(4 * Long.BYTES); // properties, start, numbers of states and arcs
        expect((flags & HAS_INPUT_SYMBOLS) != 0 && integer(in) == SYMBOLS_MAGIC, file);
        text(in, file); // name of the table
        in.skipNBytes(Long.BYTES); // next free key
        long size = Long.reverseBytes(in.readLong());
        Set<String> words = new HashSet<>();
        for (long i = 0; i < size; i++) {
            words.add(text(in, file));
            in.skipNBytes(Long.BYTES); // key
        }
        return words;
    }

    private static int integer(DataInputStream in) throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    private static String text(DataInputStream in, Path file) throws IOException {
        int length = integer(in);
        expect(length >= 0 && length <= LONGEST_SYMBOL, file);
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void expect(boolean asItShouldBe, Path file) throws IOException {
        if (!asItShouldBe) {
            throw new IOException(file + " has no list of words: is this a Vosk model?");
        }
    }
}
