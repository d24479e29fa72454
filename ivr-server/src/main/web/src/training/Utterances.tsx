import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { IssueDetail, LanguageTag, Training } from "../api/types";
import { Refused } from "../ui/Refused";

interface Props {
  desk: Training;
  issue: string;
  said: IssueDetail["utterances"];
  chosen: readonly string[];
  toggle: (text: string) => void;
}

/** How callers say an issue: chosen for a split, written, taken away. */
export function Utterances({ desk, issue, said, chosen, toggle }: Props) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [language, setLanguage] = useState<LanguageTag>(desk.languages.find((some) => some === i18n.language) ?? desk.languages[0] ?? "en");
  const anew = () => client.invalidateQueries({ queryKey: ["training", desk.hotline] });
  const say = useMutation({ mutationFn: (text: string) => training.say(desk.hotline, issue, language, text), onSuccess: anew });
  const unsay = useMutation({ mutationFn: (gone: Props["said"][number]) => training.unsay(desk.hotline, issue, gone.language, gone.text), onSuccess: anew });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (text) say.mutate(text, { onSuccess: () => form.reset() });
  }
  return (
    <>
      <form onSubmit={submit} className="try-form">
        <input name="text" maxLength={500} required placeholder={t("training.oneMore")} aria-label={t("training.oneMore")} autoComplete="off" data-testid="one-more" />
        <span className="choice" role="group" aria-label={t("training.language")}>
          {desk.languages.map((some) => (
            <button key={some} type="button" aria-pressed={some === language} onClick={() => setLanguage(some)}>
              {t(`training.languages.${some}`)}
            </button>
          ))}
        </span>
        <button type="submit" disabled={say.isPending}>
          {t("training.add")}
        </button>
      </form>
      {say.isError && <Refused error={say.error} />}
      {unsay.isError && <Refused error={unsay.error} />}
      {said.length === 0 && <p className="empty">{t("training.noUtterances")}</p>}
      <ul className="issue-utterances">
        {said.map((one) => (
          <li key={one.language + one.text}>
            <label>
              <input type="checkbox" checked={chosen.includes(one.text)} onChange={() => toggle(one.text)} /> {one.text}
            </label>
            <button type="button" className="quiet" disabled={unsay.isPending} aria-label={t("training.takeAway", { text: one.text })} title={t("training.takeAway", { text: one.text })} onClick={() => unsay.mutate(one)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
