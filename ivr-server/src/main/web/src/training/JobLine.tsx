import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { TrainingJob } from "../api/types";
import { useSession } from "../api/useSession";
import { useSentences } from "../i18n/sentences";
import { moment } from "../lib/format";

function stage(t: TFunction, words: string): string {
  const language = /^trying the utterances in (en|zh)$/.exec(words)?.[1];
  if (language === "en" || language === "zh") return t("training.stage.trying", { language: t(`training.languages.${language}`) });
  if (words.startsWith("learning")) return t("training.stage.learning");
  if (words === "reading calls") return t("training.stage.calls");
  return words === "begun" ? t("training.stage.begun") : words;
}

/** How far the learning is, or why it failed. What a restart of the server broke off can be begun anew. */
export function JobLine({ job, name, again }: { job: TrainingJob; name: (issue: string) => string; again: () => void }) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const inWords = useSentences(name);
  if (job.state === "lost") {
    return (
      <p className="banner" role="alert" data-testid="job" data-state="lost">
        <span aria-hidden="true">▲</span> {t("training.lost", { by: job.by ?? "", at: moment(job.at ?? "", zone, i18n.language) })}{" "}
        <button type="button" onClick={again}>
          {t("training.learnAgain")}
        </button>
      </p>
    );
  }
  if (job.state === "failed") {
    return (
      <p className="refused" role="alert" data-testid="job" data-state="failed">
        <span aria-hidden="true">▲</span> {t("training.failed", { trouble: inWords(job.trouble ?? "") })}
      </p>
    );
  }
  if (job.state === "done") {
    return (
      <p role="status" data-testid="job" data-state="done">
        {t("training.done", { version: job.version ?? 0 })}
      </p>
    );
  }
  return (
    <p role="status" data-testid="job" data-state="running">
      <progress value={job.done ?? 0} max={job.of ?? 1} aria-label={t("training.progress")} /> {t("training.running", { by: job.by ?? "" })}{" "}
      <span className="second">{stage(t, job.stage ?? "")}</span>
    </p>
  );
}
