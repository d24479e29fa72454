package org.hotline.speech;

import java.time.LocalDate;

/** A piece of something to say: fixed text, or a value that each language speaks in its own way. */
public sealed interface Piece {
    /** Text in the language's ordinary writing. */
    record Text(String text) implements Piece {}

    /** Digits spoken one by one, e.g. an order number. {@code [0-9]+}; phone-like grouping is the speaker's choice. */
    record Digits(String digits) implements Piece {}

    /** A whole number, e.g. a place in the queue. */
    record Count(long value) implements Piece {}

    /**
     * An amount of money.
     *
     * @param minor in the currency's minor unit (cents, fen)
     * @param currency ISO 4217, e.g. {@code USD}, {@code CNY}
     */
    record Amount(long minor, String currency) implements Piece {}

    /** A calendar date. */
    record Date(LocalDate date) implements Piece {}
}
