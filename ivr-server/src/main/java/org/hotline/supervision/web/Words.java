package org.hotline.supervision.web;

import java.util.Locale;

/** Names of the house as words of the contract: {@code IN_QUEUE} is {@code in-queue}, {@code LineLost} {@code line-lost}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
