package org.hotline.training;

import org.hotline.speech.Language;

/** A sentence of which somebody said what it is. */
public record Labelled(String text, Label label, Language language) {}
