import { change, read, send, told } from "./client";
import type {
  HotlinesBody,
  Inbox,
  IssueDetail,
  Labelled,
  LanguageTag,
  NewIssue,
  NewLabel,
  TakenOver,
  Training,
  TrainingVersionDetail,
  TreeChange,
  TreeEffect,
  Tried,
  VersionsBody,
} from "./types";

const of = (hotline: string) => `/api/training/${encodeURIComponent(hotline)}`;

/** What trainers ask of the server. */
export const training = {
  hotlines: (signal: AbortSignal) => read<HotlinesBody>("/api/training", signal),
  desk: (hotline: string, signal: AbortSignal) => read<Training>(of(hotline), signal),
  inbox: (hotline: string, again: boolean, signal: AbortSignal) =>
    read<Inbox>(`${of(hotline)}/inbox${again ? "?again=true" : ""}`, signal),
  hold: async (hotline: string, items: string[]) =>
    (await told<{ others: string[] }>(`${of(hotline)}/holds`, { items })).others,
  label: (hotline: string, label: NewLabel) => told<Labelled>(`${of(hotline)}/labels`, label),
  takeBack: (hotline: string, items: string[]) => change(`${of(hotline)}/labels/undo`, "POST", { items }),
  try: (hotline: string, language: LanguageTag, text: string) => told<Tried>(`${of(hotline)}/tries`, { language, text }),
  trySound: async (hotline: string, language: LanguageTag, wav: Blob) =>
    (await (await send(`${of(hotline)}/tries/sound?language=${language}`, "POST", "audio/wav", { body: wav })).json()) as Tried,
  issue: (hotline: string, issue: string, signal: AbortSignal) => read<IssueDetail>(`${of(hotline)}/issues/${issue}`, signal),
  addIssue: (hotline: string, issue: NewIssue) => change(`${of(hotline)}/issues`, "POST", issue),
  say: (hotline: string, issue: string, language: LanguageTag, text: string) =>
    change(`${of(hotline)}/issues/${issue}/utterances`, "POST", { language, text }),
  unsay: (hotline: string, issue: string, language: LanguageTag, text: string) =>
    change(`${of(hotline)}/issues/${issue}/utterances/remove`, "POST", { language, text }),
  changeTree: (hotline: string, wanted: TreeChange) => told<TreeEffect>(`${of(hotline)}/changes`, wanted),
  discard: (hotline: string) => change(`${of(hotline)}/draft/discard`, "POST"),
  takeOver: async (hotline: string) => (await told<TakenOver>(`${of(hotline)}/draft/take-over`, {})).conflicts,
  train: (hotline: string, why: string) => change(`${of(hotline)}/train`, "POST", { why }),
  rollBack: (hotline: string, version?: number) =>
    change(`${of(hotline)}/rollback`, "POST", version === undefined ? {} : { version }),
  versions: (hotline: string, signal: AbortSignal) => read<VersionsBody>(`${of(hotline)}/versions`, signal),
  version: (hotline: string, version: number, signal: AbortSignal) =>
    read<TrainingVersionDetail>(`${of(hotline)}/versions/${version}`, signal),
  publish: (hotline: string, version: number) => change(`${of(hotline)}/versions/${version}/publish`, "POST"),
};
