import { now } from "../lib/clock";
import { midnight } from "../lib/format";

export const RANGES = ["all", "today", "yesterday", "week"] as const;
export const FIELDS = ["number", "agent", "queue", "issue"] as const;
export type Range = (typeof RANGES)[number];

/** The query for the server from the page's address: fields as they are, days as instants of the business zone. */
export function serverQuery(address: URLSearchParams, zone: string, fields: readonly string[] = FIELDS): URLSearchParams {
  const query = new URLSearchParams();
  for (const field of fields) {
    const value = address.get(field)?.trim();
    if (value) query.set(field, value);
  }
  const days = { all: undefined, today: 0, yesterday: 1, week: 6 }[rangeOf(address)];
  if (days !== undefined) query.set("from", midnight(now(), zone, days));
  if (rangeOf(address) === "yesterday") query.set("to", midnight(now(), zone, 0));
  return query;
}

/** The days chosen in the page's address; all of them unless a known word is there. */
export function rangeOf(address: URLSearchParams): Range {
  return RANGES.find((range) => range === address.get("days")) ?? "all";
}

/** True if the address filters at all. */
export function isFiltered(address: URLSearchParams, fields: readonly string[] = FIELDS): boolean {
  return rangeOf(address) !== "all" || fields.some((field) => address.get(field));
}
