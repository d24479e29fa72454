import { useTranslation } from "react-i18next";
import { Refusal } from "../api/client";
import en from "../i18n/en.json";
import { useSentences } from "../i18n/sentences";

/** A refusal in the reader's language: what is wrong, what to do, and a code to quote. */
export function Refused({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const inWords = useSentences();
  const refusal = error instanceof Refusal ? error : undefined;
  const code = refusal?.code ?? "other";
  const known = code in en.problem ? (code as keyof typeof en.problem) : "other";
  return (
    <div className="refused" role="alert">
      <span aria-hidden="true">▲</span>
      <span>{t(`problem.${known}`, { detail: inWords(refusal?.body.detail ?? String(error)) })}</span>
      <code title={t("problem.code")}>{code}</code>
      {retry && (
        <button type="button" onClick={retry}>
          {t("problem.again")}
        </button>
      )}
    </div>
  );
}
