package org.hotline.supervision.web;

import java.util.Locale;

/** Constants of the house as words of the contract: {@code IN_QUEUE} is {@code in-queue}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
