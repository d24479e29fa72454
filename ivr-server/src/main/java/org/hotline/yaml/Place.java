package org.hotline.yaml;

/**
 * Where something stands.
 *
 * @param file as the reader was given it
 * @param line counted from 1
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
