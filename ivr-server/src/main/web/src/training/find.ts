import type { Called, TrainingIssue } from "../api/types";

/** What people in this language call it; its name if they call it nothing yet. */
export function calledIn(language: string, name: string, called: Called | undefined): string {
  return (language === "zh" ? called?.zh : called?.en) ?? called?.zh ?? called?.en ?? name;
}

/**
 * The issues that fit what was typed, the best first: by name, by what it is called in either language, by the initials of its
 * pinyin ("bgwd" for the four characters of "parcel is late").
 */
export function found<T extends Pick<TrainingIssue, "name" | "called" | "initials">>(issues: readonly T[], typed: string): T[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [...issues];
  return issues
    .map((issue) => ({ issue, rank: rank(issue, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ issue }) => issue);
}

function rank({ name, called, initials }: Pick<TrainingIssue, "name" | "called" | "initials">, wanted: string): number {
  const texts = [name, called.en?.toLowerCase() ?? "", called.zh ?? ""];
  if (texts.includes(wanted) || initials === wanted) return 4;
  if (initials.startsWith(wanted)) return 3;
  if (texts.some((text) => text.startsWith(wanted))) return 3;
  const words = wanted.split(/\s+/);
  if (texts.some((text) => words.every((word) => text.includes(word)))) return 2;
  return initials.includes(wanted) ? 1 : 0;
}
