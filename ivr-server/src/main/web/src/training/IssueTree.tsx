import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Training, TrainingIssue } from "../api/types";
import { calledIn, found } from "./find";

interface Props {
  desk: Training;
  chosen: string | undefined;
  choose: (issue: string) => void;
}

/** The draft's issues, by group, with what calls made of them. */
export function IssueTree({ desk, chosen, choose }: Props) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState("");
  const fitting = found(desk.issues, typed);
  const groups = [{ name: "", path: [], called: {} }, ...desk.groups]
    .map((group) => ({ ...group, issues: fitting.filter(({ path }) => (path.at(-1) ?? "") === group.name) }))
    .filter(({ issues }) => issues.length > 0);
  return (
    <nav className="issue-tree" aria-label={t("training.tree")}>
      <h2>
        {t("training.tree")} <span className="second">{desk.issues.length}</span>
      </h2>
      <input
        type="search"
        value={typed}
        maxLength={60}
        placeholder={t("training.filter")}
        aria-label={t("training.filter")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {groups.length === 0 && <p className="empty">{t("training.noIssueFits")}</p>}
      <p className="issue-heads second" aria-hidden="true">
        <span>{t("training.callsShort")}</span>
        <span>{t("training.confirmedShort")}</span>
      </p>
      <div className="issue-groups">
        {groups.map((group) => (
          <section key={group.name}>
            {group.name !== "" && (
              <h3>
                {[...group.path, group.name].map((name) => calledIn(i18n.language, name, desk.groups.find((some) => some.name === name)?.called)).join(" / ")}
              </h3>
            )}
            <ul>
              {group.issues.map((issue) => (
                <li key={issue.name}>
                  <button type="button" className="quiet" aria-pressed={issue.name === chosen} title={issue.name} onClick={() => choose(issue.name)} data-testid={`issue-${issue.name}`}>
                    <span className="issue-name">{calledIn(i18n.language, issue.name, issue.called)}</span>
                    <Volume issue={issue} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function Volume({ issue: { calls, confirmed } }: { issue: TrainingIssue }) {
  const { t } = useTranslation();
  const share = calls === 0 ? "—" : `${Math.round((100 * confirmed) / calls)} %`;
  return (
    <>
      <span className="number" title={t("training.calls")}>
        {calls}
      </span>
      <span className="number second" title={t("training.confirmed")}>
        {share}
      </span>
    </>
  );
}
