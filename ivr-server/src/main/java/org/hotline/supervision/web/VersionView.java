package org.hotline.supervision.web;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hotline.training.Report;
import org.hotline.training.Training;
import org.hotline.training.Version;

/** A version in a list, as the contract wants it. */
record VersionView(
        int number,
        Instant at,
        String by,
        String why,
        boolean inForce,
        boolean wasInForce,
        boolean publishable,
        OptionalDouble understood) {

    static VersionView of(Training training, Version version) {
        Optional<Integer> number = Optional.of(version.number());
        return new VersionView(
                version.number(),
                version.made(),
                version.by(),
                version.why(),
                training.inForce().equals(number),
                training.publications().stream()
                        .anyMatch(publication -> publication.version().equals(number)),
                version.report().isPublishable(),
                version.report().figures().values().stream()
                        .mapToDouble(Report.Figures::understood)
                        .min());
    }

    static Optional<VersionView> inForce(Training training) {
        Optional<Integer> inForce = training.inForce();
        return training.versions().stream()
                .filter(version -> inForce.equals(Optional.of(version.number())))
                .map(version -> of(training, version))
                .findFirst();
    }
}
