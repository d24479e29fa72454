import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { NewIssue as Wanted, Training } from "../api/types";
import { Refused } from "../ui/Refused";
import { calledIn } from "./find";

interface Props {
  title: string;
  desk: Training;
  /** Where it is put unless somebody chooses otherwise. */
  group?: string;
  /** What comes of it, said before it is made. */
  effect?: string;
  /** Makes it; what it says is shown if it cannot. */
  make: (issue: Wanted) => Promise<unknown>;
  made: (issue: string) => void;
  close: () => void;
}

/** A new issue: its name, its group, and how to name it to callers. */
export function NewIssue({ title, desk, group, effect, make, made, close }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const add = useMutation({
    mutationFn: make,
    onSuccess: async (_, { name }) => {
      await client.invalidateQueries({ queryKey: ["training", desk.hotline, "desk"] });
      made(name);
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "").trim();
    const called = Object.fromEntries(desk.languages.map((language) => [language, said(language)]).filter(([, words]) => words));
    add.mutate({ name: said("name"), called, ...(said("group") ? { group: said("group") } : {}) });
  }
  return (
    <dialog ref={dialog} className="help new-issue" onClose={close} aria-label={title} data-testid="new-issue">
      <h2>{title}</h2>
      <form onSubmit={submit}>
        <label>
          <span>{t("training.issueName")}</span>
          <input name="name" required autoFocus maxLength={80} pattern="[a-z0-9]+(-[a-z0-9]+)*" title={t("training.nameRule")} placeholder="parcel-wet" autoComplete="off" />
        </label>
        <label>
          <span>{t("training.group")}</span>
          <select name="group" defaultValue={group ?? ""}>
            <option value="">{t("training.root")}</option>
            {desk.groups.map(({ name, called }) => (
              <option key={name} value={name}>
                {calledIn(i18n.language, name, called)}
              </option>
            ))}
          </select>
        </label>
        {desk.languages.map((language) => (
          <label key={language}>
            <span>{t(`training.called.${language}`)}</span>
            <input name={language} required maxLength={200} autoComplete="off" />
          </label>
        ))}
        {effect !== undefined && <p data-testid="effect">{effect}</p>}
        <p className="second">{t("training.newIssueHint")}</p>
        {add.isError && <Refused error={add.error} />}
        <button type="submit" className="primary" disabled={add.isPending}>
          {t("training.make")}
        </button>
      </form>
      <form method="dialog">
        <button type="submit">{t("keys.close")}</button>
      </form>
    </dialog>
  );
}
