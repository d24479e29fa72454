import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { VersionChanges } from "../api/types";
import { useSentences } from "../i18n/sentences";
import { Refused } from "../ui/Refused";
import { SureButton } from "../ui/SureButton";
import { Figures } from "./Figures";

interface Props {
  hotline: string;
  number: number;
  name: (issue: string) => string;
  published: () => void;
}

/** One version: what stands against it, how it understands each issue, and what it would change. */
export function VersionDetail({ hotline, number, name, published }: Props) {
  const { t } = useTranslation();
  const inWords = useSentences(name);
  const detail = useQuery({
    queryKey: ["training", hotline, "versions", number],
    queryFn: ({ signal }) => training.version(hotline, number, signal),
  });
  const publish = useMutation({ mutationFn: () => training.publish(hotline, number), onSuccess: published });
  const goBack = useMutation({ mutationFn: () => training.rollBack(hotline, number), onSuccess: published });
  if (detail.isError) return <Refused error={detail.error} retry={() => void detail.refetch()} />;
  if (detail.isPending) return <div className="skeleton" aria-hidden="true" />;
  const { version, report, changes } = detail.data;
  return (
    <section className="version" aria-label={t("training.version", { number })} data-testid="version-detail">
      <p>
        <b>{t("training.version", { number })}</b>{" "}
        {version.inForce && t("training.inForce")}
        {!version.inForce && version.wasInForce && (
          <SureButton words={t("training.goBack")} sure={t("training.rollBackSure")} disabled={goBack.isPending} act={() => goBack.mutate()} />
        )}
        {!version.inForce && !version.wasInForce && (
          <SureButton words={t("training.publish")} sure={t("training.publishSure", { number })} disabled={publish.isPending || !version.publishable} act={() => publish.mutate()} />
        )}
      </p>
      {publish.isError && <Refused error={publish.error} />}
      {goBack.isError && <Refused error={goBack.error} />}
      {report.obstacles.length > 0 && (
        <div className="refused" role="alert" data-testid="obstacles">
          <span aria-hidden="true">▲</span>
          <span>{t("training.obstacles")}</span>
          <ul>
            {report.obstacles.map((obstacle) => (
              <li key={obstacle}>{inWords(obstacle)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="second">
        {t("training.examined", { right: report.regression.right, items: report.regression.items, rehearsals: report.rehearsals })}
      </p>
      {changes && <Changes changes={changes} name={name} />}
      <Figures report={report} name={name} />
    </section>
  );
}

function Changes({ changes, name }: { changes: VersionChanges; name: (issue: string) => string }) {
  const { t } = useTranslation();
  const kinds = (["added", "removed", "moved", "changed"] as const).filter((kind) => changes[kind].length > 0);
  if (kinds.length === 0 && changes.utterances.length === 0) return <p className="second">{t("training.sameAsInForce")}</p>;
  return (
    <details className="version-changes" data-testid="changes">
      <summary>{t("training.changes")}</summary>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {t(`training.change.${kind}`)} {changes[kind].map(name).join(", ")}
          </li>
        ))}
        {changes.utterances.map(({ issue, added, removed }) => (
          <li key={issue}>
            {issue === "" ? t("weighing.noneOfThem") : name(issue)}:
            {added.map((text) => <ins key={text}> + {text}</ins>)}
            {removed.map((text) => <del key={text}> − {text}</del>)}
          </li>
        ))}
      </ul>
    </details>
  );
}
