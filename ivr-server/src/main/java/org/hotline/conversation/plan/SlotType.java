package org.hotline.conversation.plan;

import java.util.List;

/** What kind of value a slot holds, and so how it is heard, keyed and said. */
public sealed interface SlotType {
    /**
     * Digits said or keyed one by one.
     *
     * @param least at least 1
     * @param most at least {@code least}
     */
    record Digits(int least, int most) implements SlotType {}

    /** Agreement or refusal: the slot becomes {@code yes} or {@code no}. */
    record YesNo() implements SlotType {}

    /**
     * An amount of money; keyed with the star key as the decimal point.
     *
     * @param currency ISO 4217, for amounts said without one
     */
    record Amount(String currency) implements SlotType {}

    /** A calendar date; keyed as month and day, four digits. */
    record Date() implements SlotType {}

    /** One of some words; keyed by its place in the list. At least one, nine at the most. */
    record OneOf(List<String> options) implements SlotType {}
}
