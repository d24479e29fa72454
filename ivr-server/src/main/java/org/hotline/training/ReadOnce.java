package org.hotline.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what was read from files until they are other files: parsing a tree of some hundred issues takes a tenth of a second. Any thread. */
public final class ReadOnce<T> {
    private static final int MOST = 100;

    private final Cache<List<Path>, Read<T>> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param key of the file system; a file that another took the place of has another one, whatever its time is */
    private record Stamp(FileTime at, long size, @Nullable Object key) {
        static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1, null);
    }

    private record Read<T>(List<Stamp> stamps, T thing) {}

    /**
     * What the files hold.
     *
     * @param files the same list for the same thing; not each of them need be there
     * @param reading asked only if one of them is another file than last time; throws what it likes
     * @throws UncheckedIOException if they cannot be looked at
     */
    public T of(List<Path> files, Supplier<T> reading) {
        List<Stamp> now = stamps(files);
        Read<T> before = kept.getIfPresent(files);
        if (before != null && before.stamps().equals(now)) {
            return before.thing();
        }
        T thing = reading.get();
        kept.put(files, new Read<>(now, thing));
        return thing;
    }

    private static List<Stamp> stamps(List<Path> files) {
        List<Stamp> stamps = new ArrayList<>();
        for (Path file : files) {
            stamps.add(stamp(file));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
        } catch (NoSuchFileException missing) {
            return Stamp.MISSING;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
