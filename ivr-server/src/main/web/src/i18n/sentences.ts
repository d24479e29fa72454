import { useTranslation } from "react-i18next";
import sentences from "./sentences.zh.json";

interface Template {
  pattern: RegExp;
  holes: readonly string[];
  words: string;
}

const HOLE = /\{(\w+)\}/g;
/** Where something stands: a file and its line, or a call. */
const PLACE = /^(\S+:\d+|call \S+): /;
/** Holes in which an issue is named. */
const ISSUES = new Set(["issue", "other"]);
/** Holes for a word that is itself translated. */
const WORDS = new Set(["language", "issue", "other"]);

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const templates: readonly Template[] = Object.entries(sentences)
  .map(([english, words]) => ({
    pattern: new RegExp(`^${english.split(/\{\w+\}/).map(literal).join("(.+?)")}$`),
    holes: [...english.matchAll(HOLE)].map(([, hole = ""]) => hole),
    words,
    fixed: english.replace(HOLE, "").length,
  }))
  .sort((one, other) => other.fixed - one.fixed);

type Name = (issue: string) => string;

function sentence(english: string, name: Name): string | undefined {
  for (const { pattern, holes, words } of templates) {
    const found = pattern.exec(english);
    if (found === null) continue;
    return words.replace(HOLE, (_, hole: string) => {
      const said = found[holes.indexOf(hole) + 1] ?? "";
      const word = WORDS.has(hole) ? (sentences as Record<string, string>)[said] : undefined;
      return word ?? (ISSUES.has(hole) ? name(said) : said);
    });
  }
  return undefined;
}

/** A sentence and what to do about it: "... (do this)" or "...: do this"; the latter as it is if there are no words for it. */
function withSuggestion(english: string, name: Name, half: boolean): string | undefined {
  for (const [separator, end] of [[" (", ")"], [": ", ""]] as const) {
    if (!english.endsWith(end)) continue;
    for (let at = english.indexOf(separator); at > 0; at = english.indexOf(separator, at + 1)) {
      const head = sentence(english.slice(0, at), name);
      const suggestion = english.slice(at + separator.length, english.length - end.length);
      const tail = sentence(suggestion, name) ?? (half ? suggestion : undefined);
      if (head !== undefined && tail !== undefined) return `${head}（${tail}）`;
    }
  }
  return undefined;
}

function one(english: string, name: Name): string {
  const [place = "", at = ""] = PLACE.exec(english) ?? [];
  const rest = english.slice(place.length);
  const said = withSuggestion(rest, name, false) ?? sentence(rest, name) ?? withSuggestion(rest, name, true);
  if (said === undefined) return english;
  return at === "" ? said : `${sentence(at, name) ?? at}: ${said}`;
}

/** What the server says in English about a tree of issues, in Chinese; what there are no words for stays as it is. */
export function inChinese(english: string, name: Name = (issue) => issue): string {
  return english
    .split(/\n|; (?=\S+:\d+: |call \S+: )/)
    .map((line) => one(line.trim(), name))
    .join("\n");
}

/** Says what the server says in the reader's language. */
export function useSentences(name?: Name): (english: string) => string {
  const { i18n } = useTranslation();
  return (english) => (i18n.language === "zh" ? inChinese(english, name) : english);
}
