package org.hotline.workbench;

import java.util.Locale;
import org.hotline.history.Ending;

/** How a call ended, as one would tell it. */
final class EndingWords {
    private EndingWords() {}

    static String of(Ending ending) {
        return switch (ending) {
            case Ending.CallerHungUp left -> "the caller hung up " + words(left.where());
            case Ending.Completed completed -> "served " + words(completed.where());
            case Ending.Transferred away -> "transferred to " + away.target();
            case Ending.NotAnswered refused -> "not answered: " + words(refused.cause());
            case Ending.LineLost lost -> "the line was lost: " + words(lost.cause());
            case Ending.Failed failed -> "failed on our side: " + failed.category();
            case Ending.Interrupted stopped -> "interrupted by a stop of the server";
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
