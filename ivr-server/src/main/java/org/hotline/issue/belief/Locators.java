package org.hotline.issue.belief;

import java.time.LocalDate;
import java.util.function.Function;

/** The locator of each day: issues come and go by the calendar, what was learnt of them stays. Any thread. */
public final class Locators {
    private record Today(LocalDate day, Locator locator) {}

    private final Function<LocalDate, Locator> made;
    private volatile Today latest;

    /**
     * @param made makes one; takes milliseconds, once a day
     * @param first the day that is made at once
     */
    public Locators(LocalDate first, Function<LocalDate, Locator> made) {
        this.made = made;
        this.latest = new Today(first, made.apply(first));
    }

    /** Of the day that was asked for last. */
    public Locator latest() {
        return latest.locator();
    }

    /** @throws IllegalArgumentException if no issue is in force on that day */
    public Locator on(LocalDate day) {
        Today known = latest;
        if (known.day().equals(day)) {
            return known.locator();
        }
        Locator other = made.apply(day);
        latest = new Today(day, other);
        return other;
    }
}
