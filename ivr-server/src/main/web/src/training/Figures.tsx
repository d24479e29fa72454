import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrainingReport } from "../api/types";
import { useSentences } from "../i18n/sentences";

const SHOWN = 12;

/** Learnt anew, an issue gains or loses an utterance or two by chance: only more than that is a loss. */
const LOST = 3;
const SHARE = 0.1;

type Row = TrainingReport["issues"][number];
const worse = ({ before, recall, utterances }: Row) => before !== undefined && before - recall >= SHARE && Math.round((before - recall) * utterances) >= LOST;

const percent = (share: number | undefined) => (share === undefined ? "—" : `${(100 * share).toFixed(0)} %`);

/** How well each language and issue is understood, beside the version in force. */
export function Figures({ report, name }: { report: TrainingReport; name: (issue: string) => string }) {
  const { t } = useTranslation();
  const inWords = useSentences(name);
  const [all, setAll] = useState(false);
  return (
    <>
      <table className="rows" data-testid="figures">
        <caption className="unseen">{t("training.figures")}</caption>
        <thead>
          <tr>
            <th>{t("training.issue")}</th>
            <th className="right">{t("training.utterances")}</th>
            <th className="right">{t("training.understood")}</th>
            <th className="right">{t("training.before")}</th>
            <th className="right">{t("training.precision")}</th>
            <th>{t("training.confusions")}</th>
          </tr>
        </thead>
        <tbody>
          {report.figures.map(({ language, utterances, understood, before }) => (
            <tr key={language}>
              <th scope="row">{t(`training.languages.${language}`)}</th>
              <td className="number right">{utterances}</td>
              <td className="number right">{percent(understood)}</td>
              <td className="number right">{percent(before)}</td>
              <td />
              <td />
            </tr>
          ))}
          {report.issues.slice(0, all ? report.issues.length : SHOWN).map((row) => (
            <tr key={row.language + row.issue} className={worse(row) ? "worse" : undefined}>
              <th scope="row">
                {name(row.issue)} <span className="second">{row.language}</span>
              </th>
              <td className="number right">{row.utterances}</td>
              <td className="number right">
                {worse(row) && <span aria-label={t("training.worse")}>▼ </span>}
                {percent(row.recall)}
              </td>
              <td className="number right">{percent(row.before)}</td>
              <td className="number right">{percent(row.precision)}</td>
              <td>{row.confusions.map(({ issue, times }) => `${issue === "" ? t("weighing.noneOfThem") : name(issue)} ×${times}`).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.issues.length > SHOWN && (
        <button type="button" aria-expanded={all} onClick={() => setAll(!all)} data-testid="all-issues">
          {all ? t("training.fewer") : t("training.andMore", { count: report.issues.length - SHOWN })}
        </button>
      )}
      {report.remarks.length > 0 && (
        <details>
          <summary>{t("training.remarks", { count: report.remarks.length })}</summary>
          <ul className="remarks">
            {report.remarks.map((remark) => (
              <li key={remark}>{inWords(remark)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
