import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { Training } from "../api/types";
import { useSession } from "../api/useSession";
import { useSentences } from "../i18n/sentences";
import { moment } from "../lib/format";
import { Refused } from "../ui/Refused";
import { JobLine } from "./JobLine";
import { VersionDetail } from "./VersionDetail";

/** What was learnt and when, what is in force, and the way from the draft to there. */
export function VersionsPanel({ desk, name }: { desk: Training; name: (issue: string) => string }) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const inWords = useSentences(name);
  const client = useQueryClient();
  const [why, setWhy] = useState("");
  const [open, setOpen] = useState<number>();
  const { hotline, job } = desk;
  const versions = useQuery({
    queryKey: ["training", hotline, "versions"],
    queryFn: ({ signal }) => training.versions(hotline, signal),
  });
  const anew = () => client.invalidateQueries({ queryKey: ["training", hotline] });
  const train = useMutation({ mutationFn: (reason: string) => training.train(hotline, reason), onSuccess: anew });
  // What was learnt just now is what one wants to look at.
  const made = job?.state === "done" ? job.version : undefined;
  useEffect(() => {
    if (made === undefined) return;
    setOpen(made);
    setWhy("");
    void client.invalidateQueries({ queryKey: ["training", hotline, "versions"] });
  }, [made, client, hotline]);
  return (
    <section className="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{t("training.versions")}</h2>
      <form
        className="try-form"
        onSubmit={(event) => {
          event.preventDefault();
          train.mutate(why.trim());
        }}
      >
        <input value={why} maxLength={200} placeholder={t("training.why")} aria-label={t("training.why")} onChange={(event) => setWhy(event.target.value)} />
        <button type="submit" className="primary" disabled={train.isPending || job?.state === "running"} data-testid="train">
          {t("training.train")}
        </button>
      </form>
      {train.isError && <Refused error={train.error} />}
      {desk.problems.length > 0 && (
        <div className="refused" role="alert" data-testid="draft-problems">
          <span aria-hidden="true">▲</span>
          <span>{t("training.problems")}</span>
          <ul>
            {desk.problems.map((problem) => (
              <li key={problem}>{inWords(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {job && <JobLine job={job} name={name} again={() => train.mutate(job.why ?? "")} />}
      {versions.isError && <Refused error={versions.error} retry={() => void versions.refetch()} />}
      {versions.data?.versions.length === 0 && <p className="empty">{t("training.noVersions")}</p>}
      {versions.data && versions.data.versions.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th>#</th>
              <th>{t("training.made")}</th>
              <th>{t("training.by")}</th>
              <th>{t("training.why")}</th>
              <th className="right">{t("training.understood")}</th>
              <th>{t("training.state")}</th>
            </tr>
          </thead>
          <tbody>
            {versions.data.versions.map((version) => (
              <tr key={version.number} aria-selected={version.number === open} data-testid={`version-${version.number}`}>
                <td>
                  <button type="button" className="quiet" aria-expanded={version.number === open} onClick={() => setOpen(version.number === open ? undefined : version.number)}>
                    {version.number}
                  </button>
                </td>
                <td className="number">{moment(version.at, zone, i18n.language)}</td>
                <td>{version.by}</td>
                <td>{version.why}</td>
                <td className="number right">{version.understood === undefined ? "—" : `${(100 * version.understood).toFixed(1)} %`}</td>
                <td>{version.inForce ? t("training.inForce") : version.publishable ? "" : t("training.blocked")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open !== undefined && <VersionDetail hotline={hotline} number={open} name={name} published={() => void anew()} />}
    </section>
  );
}
