package org.hotline.bench;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** A whole number of seconds on the command line. */
final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }
}
