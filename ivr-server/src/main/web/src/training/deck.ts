import type { Cluster, InboxItem, NewLabel } from "../api/types";

/** So many labels and skips can be taken back. */
const REMEMBERED = 20;

/** What was done with utterances; the newest can be taken back. */
export interface Deed {
  items: readonly string[];
  /** Absent if they were only skipped. */
  as?: NewLabel["as"];
  issue?: string;
}

/** The inbox as one trainer works through it. What the server has is in `clusters`; the rest is what was done here since. */
export interface Deck {
  clusters: readonly Cluster[];
  /** Labelled or skipped here. */
  away: ReadonlySet<string>;
  cursor: string | undefined;
  selected: ReadonlySet<string>;
  deeds: readonly Deed[];
  /** Taken back here, and not yet in what the server sent since. */
  back: ReadonlySet<string>;
}

export const EMPTY: Deck = { clusters: [], away: new Set(), cursor: undefined, selected: new Set(), deeds: [], back: new Set() };

export type Step =
  | { kind: "cleared" }
  | { kind: "dealt"; clusters: readonly Cluster[] }
  | { kind: "done"; deed: Deed }
  | { kind: "undone" }
  | { kind: "failed"; items: readonly string[] }
  | { kind: "moved"; by: 1 | -1 }
  | { kind: "put"; item: string }
  | { kind: "toggled"; item: string }
  | { kind: "selectedAll" }
  | { kind: "unskipped" };

/** The clusters that still have something to do, with that. */
export function left(deck: Deck): Cluster[] {
  return deck.clusters
    .map((cluster) => ({ ...cluster, items: cluster.items.filter(({ id }) => !deck.away.has(id)) }))
    .filter(({ items }) => items.length > 0);
}

/** The cluster with the cursor. */
export function current(deck: Deck): Cluster | undefined {
  return left(deck).find(({ items }) => items.some(({ id }) => id === deck.cursor));
}

/** What a label is for: the selected ones, else the one under the cursor. */
export function meant(deck: Deck): string[] {
  if (deck.selected.size > 0) return [...deck.selected];
  return deck.cursor === undefined ? [] : [deck.cursor];
}

export function skipped(deck: Deck): number {
  const known = new Set(deck.clusters.flatMap(({ items }) => items.map(({ id }) => id)));
  return deck.deeds.filter(({ as }) => as === undefined).flatMap(({ items }) => items).filter((item) => known.has(item)).length;
}

export function next(deck: Deck, step: Step): Deck {
  switch (step.kind) {
    case "cleared":
      return EMPTY;
    case "dealt":
      return settled(dealt(deck, step.clusters), deck);
    case "done": {
      const away = new Set([...deck.away, ...step.deed.items]);
      const deeds = [...deck.deeds, step.deed].slice(-REMEMBERED);
      return settled({ ...deck, away, deeds, selected: new Set() }, deck);
    }
    case "undone": {
      const last = deck.deeds.at(-1);
      if (last === undefined) return deck;
      const back = brought(deck, last.items);
      const waiting = new Set([...deck.back, ...last.items]);
      return { ...back, deeds: deck.deeds.slice(0, -1), back: waiting, selected: new Set(), cursor: last.items[0] };
    }
    case "failed": {
      const deeds = deck.deeds.filter(({ items }) => !items.some((item) => step.items.includes(item)));
      return settled({ ...brought(deck, step.items), deeds }, deck);
    }
    case "moved":
      return moved(deck, step.by);
    case "put":
      return { ...deck, cursor: step.item, selected: sameCluster(deck, step.item) ? deck.selected : new Set() };
    case "toggled": {
      const selected = new Set(deck.selected);
      if (!selected.delete(step.item)) selected.add(step.item);
      return { ...deck, selected, cursor: step.item };
    }
    case "selectedAll": {
      const items = current(deck)?.items.map(({ id }) => id) ?? [];
      return { ...deck, selected: new Set(deck.selected.size === items.length ? [] : items) };
    }
    case "unskipped": {
      const skips = deck.deeds.filter(({ as }) => as === undefined);
      const back = brought(deck, skips.flatMap(({ items }) => items));
      return settled({ ...back, deeds: deck.deeds.filter(({ as }) => as !== undefined) }, deck);
    }
  }
}

/** What the server sent, and what can still be taken back or was just now: the server may not know of that yet. */
function dealt(deck: Deck, clusters: readonly Cluster[]): Deck {
  const sent = new Set(clusters.flatMap(({ items }) => items.map(({ id }) => id)));
  const here = new Set([...deck.deeds.flatMap(({ items }) => items), ...deck.back].filter((item) => !sent.has(item)));
  const kept = deck.clusters
    .map((cluster) => ({ ...cluster, items: cluster.items.filter(({ id }) => here.has(id)) }))
    .filter(({ items }) => items.length > 0);
  const whole = clusters.map((cluster) => ({ ...cluster, items: [...(kept.find(({ id }) => id === cluster.id)?.items ?? []), ...cluster.items] }));
  const gone = kept.filter(({ id }) => !clusters.some((cluster) => cluster.id === id));
  return { ...deck, clusters: [...gone, ...whole], back: new Set([...deck.back].filter((item) => !sent.has(item))) };
}

function brought(deck: Deck, items: readonly string[]): Deck {
  return { ...deck, away: new Set([...deck.away].filter((item) => !items.includes(item))) };
}

function sameCluster(deck: Deck, item: string): boolean {
  return current(deck)?.items.some(({ id }) => id === item) ?? false;
}

/** The cursor stays where it is while that is there, else it goes to what came after it, in its cluster first. */
function settled(deck: Deck, before: Deck): Deck {
  const there = flat(deck);
  const selected = new Set([...deck.selected].filter((item) => there.some(({ id }) => id === item)));
  if (there.some(({ id }) => id === deck.cursor)) return { ...deck, selected };
  const was = flat(before);
  const at = was.findIndex(({ id }) => id === before.cursor);
  const cluster = current(before);
  const candidates = [...was.slice(at + 1), ...(cluster?.items ?? []), ...was];
  const mates = new Set(cluster?.items.map(({ id }) => id));
  const still = (item: InboxItem) => there.some(({ id }) => id === item.id);
  const chosen = candidates.find((item) => mates.has(item.id) && still(item)) ?? candidates.find(still) ?? there[0];
  return { ...deck, selected, cursor: chosen?.id };
}

function moved(deck: Deck, by: 1 | -1): Deck {
  const all = flat(deck);
  const at = all.findIndex(({ id }) => id === deck.cursor);
  const item = all[Math.min(all.length - 1, Math.max(0, at + by))];
  return item === undefined ? deck : next(deck, { kind: "put", item: item.id });
}

function flat(deck: Deck): InboxItem[] {
  return left(deck).flatMap(({ items }) => items);
}
