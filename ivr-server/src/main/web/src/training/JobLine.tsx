import { useTranslation } from "react-i18next";
import type { TrainingJob } from "../api/types";

/** How far the learning is, or why it failed. */
export function JobLine({ job }: { job: TrainingJob }) {
  const { t } = useTranslation();
  if (job.state === "failed") {
    return (
      <p className="refused" role="alert" data-testid="job" data-state="failed">
        <span aria-hidden="true">▲</span> {t("training.failed", { trouble: job.trouble ?? "" })}
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
      <span className="second">{job.stage}</span>
    </p>
  );
}
