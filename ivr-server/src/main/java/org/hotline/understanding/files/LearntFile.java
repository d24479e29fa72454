package org.hotline.understanding.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.hotline.understanding.TextClassifier;
import org.jspecify.annotations.Nullable;

/** A classifier in a file: Java's serialized objects, deflated. Why, ADR 053 says. */
final class LearntFile {
    private static final int BUFFER = 1 << 16;

    /** Nothing else may come out of such a file. */
    private static final ObjectInputFilter ONLY_CLASSIFIERS = ObjectInputFilter.Config.createFilter(
            "org.hotline.understanding.**;org.hotline.speech.Language;de.bwaldvogel.liblinear.*;java.util.*;"
                    + "java.lang.Object;java.lang.Number;java.lang.Integer;java.lang.Double;java.lang.Record;java.lang.Enum;"
                    + "java.lang.String;java.util.Map$Entry;!*");

    private LearntFile() {}

    /** An optional value on its way: {@link Optional} itself cannot be serialized. */
    private record Maybe(@Nullable Object value) implements Serializable {
        @Serial
        private Object readResolve() {
            return Optional.ofNullable(value);
        }
    }

    private static final class Output extends ObjectOutputStream {
        Output(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) {
            return object instanceof Optional<?> optional ? new Maybe(optional.orElse(null)) : object;
        }
    }

    /** @throws IOException if it cannot be written, or the classifier has a part that cannot be serialized */
    static void write(TextClassifier classifier, Path file) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), ".learnt", "");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER);
                Output objects = new Output(new BufferedOutputStream(
                        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED), BUFFER), BUFFER))) {
            objects.writeObject(classifier);
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(fresh);
            throw refused;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException if it is damaged, or another program's */
    static TextClassifier read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ObjectInputStream objects =
                        new ObjectInputStream(new BufferedInputStream(new InflaterInputStream(in), BUFFER))) {
            objects.setObjectInputFilter(ONLY_CLASSIFIERS);
            return (TextClassifier) objects.readObject();
        } catch (ClassNotFoundException | RuntimeException damaged) {
            throw new IOException("not a classifier of this program: " + file, damaged);
        }
    }
}
