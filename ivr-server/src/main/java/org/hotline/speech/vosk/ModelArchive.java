package org.hotline.speech.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A model's files: how they come out of the zip, and whether they are still what came out. The folder appears only when
 * it is whole, with a {@code SHA256SUMS} of its files ({@code sha256sum -c} reads it).
 */
public final class ModelArchive {
    private static final String SUMS = "SHA256SUMS";

    private ModelArchive() {}

    /**
     * Unpacks {@code zip}, which holds one folder, to {@code place}, replacing what was there.
     *
     * @throws IOException if it is no zip, or an entry points outside its folder
     */
    static void unpack(Path zip, Path place) throws IOException {
        Path unpacking = place.resolveSibling(place.getFileName() + ".unpacking");
        delete(unpacking);
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                unpack(archive, entries.nextElement(), unpacking);
            }
        } catch (ZipException broken) {
            throw new IOException(zip + " is not a readable zip: delete it and fetch again", broken);
        }
        writeSums(unpacking);
        delete(place);
        Files.move(unpacking, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Compares the files of a model with its {@code SHA256SUMS}.
     *
     * @return one sentence for each file that is missing or different; empty if all is well
     */
    public static List<String> differences(Path model) throws IOException {
        Path sums = model.resolve(SUMS);
        if (!Files.exists(sums)) {
            return List.of("there is no " + SUMS + " in " + model + ": fetch the model again to get one");
        }
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(sums)) {
            String name = line.substring(line.indexOf(' ') + 2);
            Path file = model.resolve(name);
            if (!Files.exists(file)) {
                differences.add(name + " is missing");
            } else if (!Sha256.of(file).equals(line.substring(0, line.indexOf(' ')))) {
                differences.add(name + " is not what it was");
            }
        }
        return differences;
    }

    /** Writes the sums of all files of {@code model}. */
    static void writeSums(Path model) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(model)) {
            String name = model.relativize(file).toString();
            if (!name.equals(SUMS)) {
                lines.add(Sha256.of(file) + "  " + name);
            }
        }
        Files.write(model.resolve(SUMS), lines);
    }

    private static void unpack(ZipFile archive, ZipEntry entry, Path folder) throws IOException {
        int slash = entry.getName().indexOf('/');
        String inside = entry.getName().substring(slash + 1);
        Path file = folder.resolve(inside).normalize();
        if (slash < 0 || !file.startsWith(folder)) { // a "zip slip" would write wherever it likes
            throw new IOException(
                    "the zip has an entry outside its folder, \"" + entry.getName() + "\": do not trust it");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.resolveSibling("."));
            try (InputStream in = archive.getInputStream(entry)) {
                Files.copy(in, file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(ModelArchive::remove);
        } catch (UncheckedIOException problem) {
            throw problem.getCause();
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
