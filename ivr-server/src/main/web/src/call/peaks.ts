import type { Peaks } from "../api/types";

/** How long the recording plays, in seconds. */
export function lengthOf(peaks: Peaks): number {
  return (peaks.length * peaks.samples_per_pixel) / peaks.sample_rate;
}

/** Loudness over time, 0 to 1, of the caller and of the other side; a side that was not recorded is silent. */
export function lanes(peaks: Peaks): [number[], number[]] {
  return [lane(peaks, 0), lane(peaks, 1)];
}

function lane({ data, channels, length }: Peaks, channel: number): number[] {
  return Array.from({ length }, (_, slice) => {
    const at = 2 * (slice * channels + channel);
    return channel < channels ? amplitude(Math.max(-(data[at] ?? 0), data[at + 1] ?? 0)) : 0;
  });
}

/** What a quiet line still carries, of 128. */
const HISS = 2;

/** Speech is quiet most of the time: the square root makes it visible without hiding what is loud. */
function amplitude(peak: number): number {
  return Math.sqrt(Math.max(0, peak - HISS) / (128 - HISS));
}
