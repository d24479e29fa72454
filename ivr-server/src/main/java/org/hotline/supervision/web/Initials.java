package org.hotline.supervision.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.hankcs.hanlp.HanLP;

/**
 * The initials of a Chinese name's pinyin, by which people find it without an input method: 包裹晚到 is bgwd. Readings are taken in
 * context. The first use loads HanLP's dictionaries (0.6 s measured).
 */
final class Initials {
    private static final int REMEMBERED = 20_000;
    private static final Cache<String, String> KNOWN =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private Initials() {}

    static String of(String name) {
        return name.isEmpty() ? "" : KNOWN.get(name, Initials::initials);
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        HanLP.convertToPinyinList(name).forEach(reading -> {
            String syllable = reading.getPinyinWithoutTone();
            if (!syllable.equals("none")) {
                initials.append(syllable.charAt(0));
            }
        });
        return initials.toString();
    }
}
