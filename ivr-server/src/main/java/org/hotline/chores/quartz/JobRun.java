package org.hotline.chores.quartz;

import java.time.Duration;
import java.time.Instant;
import org.hotline.chores.Chore.Outcome;

/** What one run of a job came to. */
public record JobRun(String job, Instant beganAt, Duration took, Outcome outcome) {}
