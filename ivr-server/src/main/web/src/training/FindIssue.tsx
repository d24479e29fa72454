import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { TrainingIssue } from "../api/types";
import { calledIn, found } from "./find";

const SHOWN = 12;

interface Props {
  title: string;
  issues: readonly TrainingIssue[];
  pick: (issue: string) => void;
  close: () => void;
}

/** Chooses an issue by a few letters: arrows, Enter. */
export function FindIssue({ title, issues, pick, close }: Props) {
  const { t, i18n } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  const fitting = found(issues, typed).slice(0, SHOWN);
  const chosen = fitting[Math.min(at, fitting.length - 1)];
  const press = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.code === "ArrowDown") setAt(Math.min(fitting.length - 1, at + 1));
    else if (event.code === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.code === "Enter" && chosen) pick(chosen.name);
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="help find-issue" onClose={close} aria-label={title} data-testid="find-issue">
      <h2>{title}</h2>
      <input
        type="search"
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="found-issues"
        aria-activedescendant={chosen ? `found-${chosen.name}` : undefined}
        aria-label={t("training.filter")}
        placeholder={t("training.filter")}
        value={typed}
        maxLength={60}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <ul id="found-issues" role="listbox" aria-label={title}>
        {fitting.map((issue) => (
          <li key={issue.name} id={`found-${issue.name}`} role="option" aria-selected={issue === chosen} onClick={() => pick(issue.name)}>
            {calledIn(i18n.language, issue.name, issue.called)} <code>{issue.name}</code>
          </li>
        ))}
      </ul>
      {fitting.length === 0 && <p className="empty">{t("training.noIssueFits")}</p>}
      <form method="dialog">
        <button type="submit">{t("keys.close")}</button>
      </form>
    </dialog>
  );
}
