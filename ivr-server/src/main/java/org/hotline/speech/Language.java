package org.hotline.speech;

import java.util.Locale;

/** A language spoken on a hotline. What it needs (models, prompts, plans) is data; code only names it. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    MANDARIN("zh", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The short tag used in files and on pages: {@code en} or {@code zh}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** @throws IllegalArgumentException naming the tags that exist */
    public static Language of(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("unknown language \"" + tag + "\": known are en and zh");
    }
}
