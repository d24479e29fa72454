import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { Training } from "../api/types";
import { Refused } from "../ui/Refused";
import { ChangePreview, type Wanted } from "./ChangePreview";
import { calledIn } from "./find";
import { NewIssue } from "./NewIssue";
import { Utterances } from "./Utterances";

interface Props {
  desk: Training;
  issue: string;
  name: (issue: string) => string;
  /** Chooses the issue to merge into. */
  merge: () => void;
  /** A merge that was chosen and is not made yet. */
  wanted: Wanted | undefined;
  want: (wanted: Wanted | undefined) => void;
  /** It is made: the issue may be gone by it, and callers' words open again. */
  changed: (made: Wanted) => void;
  close: () => void;
}

/** One issue of the draft: how callers say it, and what can be done with it. */
export function IssuePanel({ desk, issue, name, merge, wanted, want, changed, close }: Props) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [splitting, setSplitting] = useState(false);
  const detail = useQuery({
    queryKey: ["training", desk.hotline, "issue", issue],
    queryFn: ({ signal }) => training.issue(desk.hotline, issue, signal),
  });
  const place = desk.issues.find((some) => some.name === issue)?.path.at(-1) ?? "";
  const group = (some: string) => (some === "" ? t("training.root") : calledIn(i18n.language, some, desk.groups.find(({ name: known }) => known === some)?.called));
  const words = (change: Wanted) => {
    if (change.kind === "merge") return t("training.mergeWords", { issue: name(change.issue), into: name(change.into ?? "") });
    if (change.kind === "remove") return t("training.removeWords", { issue: name(change.issue) });
    return t("training.moveWords", { issue: name(change.issue), group: group(change.group ?? "") });
  };
  const toggle = (text: string) =>
    setChosen(chosen.includes(text) ? chosen.filter((some) => some !== text) : [...chosen, text]);
  return (
    <section className="issue-panel" aria-label={name(issue)} data-testid="issue-panel">
      <h2>
        {name(issue)} <code>{issue}</code>
        <button type="button" className="quiet" onClick={close}>
          {t("keys.close")}
        </button>
      </h2>
      <p className="filters">
        <button type="button" onClick={merge}>
          {t("training.mergeInto")} <kbd>m</kbd>
        </button>
        <button type="button" disabled={chosen.length === 0} onClick={() => setSplitting(true)} data-testid="split">
          {t("training.splitOff", { count: chosen.length })}
        </button>
        <button type="button" onClick={() => want({ kind: "remove", issue })} data-testid="remove-issue">
          {t("training.remove")}
        </button>
        <label>
          <span>{t("training.group")}</span>
          <select value={place} onChange={({ target }) => want({ kind: "move", issue, ...(target.value ? { group: target.value } : {}) })}>
            {["", ...desk.groups.map((some) => some.name)].map((some) => (
              <option key={some} value={some}>
                {group(some)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {wanted && <ChangePreview hotline={desk.hotline} wanted={wanted} words={words(wanted)} made={() => changed(wanted)} over={() => want(undefined)} />}
      {detail.isError && <Refused error={detail.error} retry={() => void detail.refetch()} />}
      {detail.data && <Utterances desk={desk} issue={issue} said={detail.data.utterances} chosen={chosen} toggle={toggle} />}
      {splitting && (
        <NewIssue
          title={t("training.splitOff", { count: chosen.length })}
          desk={desk}
          group={place}
          effect={t("training.splitEffect", { count: chosen.length, left: (detail.data?.utterances.length ?? 0) - chosen.length, issue: name(issue), calls: desk.issues.find((some) => some.name === issue)?.calls ?? 0 })}
          make={(made) => training.changeTree(desk.hotline, { kind: "split", issue, utterances: [...chosen], preview: false, ...made })}
          made={() => {
            setSplitting(false);
            setChosen([]);
            void detail.refetch();
          }}
          close={() => setSplitting(false)}
        />
      )}
    </section>
  );
}
