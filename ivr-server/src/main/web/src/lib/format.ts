/** `m:ss`, from an hour on `h:mm:ss`; never negative. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** Like {@link duration} with tenths, for places in a recording. */
export function place(milliseconds: number): string {
  const tenths = Math.floor(Math.abs(milliseconds) / 100) % 10;
  return `${milliseconds < 0 ? "-" : ""}${duration(Math.abs(milliseconds))}.${tenths}`;
}

/** A response time: `310 ms`, from a second on `1.4 s`. */
export function latency(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A day and a time in the business zone: `11-20 17:58` in Chinese, `20 Nov 17:58` in English. */
export function moment(instant: string, zone: string, language: string): string {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(new Date(instant));
  const time = parts({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return language === "zh"
    ? `${parts({ month: "2-digit" })}-${parts({ day: "2-digit" })} ${time}`
    : `${parts({ day: "numeric", month: "short" })} ${time}`;
}

/** `17:58:03` in the business zone; with milliseconds where the order of signals matters. */
export function timeOfDay(instant: number | string, zone: string, fractionalSecondDigits?: 3): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    ...(fractionalSecondDigits ? { fractionalSecondDigits } : {}),
  }).format(new Date(instant));
}

/** The business zone as people say it: `China Standard Time UTC+8`. */
export function zoneName(zone: string, language: string): string {
  const part = (timeZoneName: "long" | "shortOffset", locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
      .formatToParts(new Date())
      .find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${part("long", language)} ${part("shortOffset", "en").replace("GMT", "UTC")}`;
}

/** A phone number in groups: `138 1234 5678`, `010 8888 8888`; others as they are. */
export function phoneNumber(number: string): string {
  const mobile = /^(?:\+86)?(1[3-9]\d)(\d{4})(\d{4})$/.exec(number);
  if (mobile) return mobile.slice(1).join(" ");
  const fixed = /^(0\d{2,3})(\d{4})(\d{4})$/.exec(number);
  return fixed ? fixed.slice(1).join(" ") : number;
}

/** Midnight of the business zone, `days` before the day of `at`, as an instant. */
export function midnight(at: number, zone: string, days: number): string {
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
  const utc = Date.parse(`${date}T00:00:00Z`) - days * 86_400_000;
  return new Date(utc - zoneOffset(utc, zone)).toISOString();
}

function zoneOffset(at: number, zone: string): number {
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(at);
  return Date.parse(`${local.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}
