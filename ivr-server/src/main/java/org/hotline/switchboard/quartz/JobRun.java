package org.hotline.switchboard.quartz;

import java.time.Duration;
import java.time.Instant;
import org.hotline.switchboard.Chore.Outcome;

/** What one run of a job came to. */
public record JobRun(String job, Instant beganAt, Duration took, Outcome outcome) {}
