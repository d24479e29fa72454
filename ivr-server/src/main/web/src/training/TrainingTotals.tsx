import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { Training } from "../api/types";
import { Fact } from "../ui/Fact";
import { Refused } from "../ui/Refused";
import { labelled } from "./labels";
import { SureButton } from "../ui/SureButton";

/** The numbers of the day. */
export function TrainingTotals({ desk, name, discarded }: { desk: Training; name: (issue: string) => string; discarded: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rollBack = useMutation({
    mutationFn: () => training.rollBack(desk.hotline),
    onSuccess: () => client.invalidateQueries({ queryKey: ["training", desk.hotline] }),
  });
  const discard = useMutation({
    mutationFn: () => training.discard(desk.hotline),
    onSuccess: () => {
      discarded();
      return client.invalidateQueries({ queryKey: ["training", desk.hotline] });
    },
  });
  const { agreement, calls, unlocated, labelledToday, draftChanges, inForce } = desk;
  const share = calls === 0 ? "—" : `${((100 * unlocated) / calls).toFixed(1)} %`;
  return (
    <>
      <dl className="facts" data-testid="training-totals">
        <Fact name={t("training.unlocated")}>
          {share} <span className="second">{t("training.ofCalls", { unlocated, calls })}</span>
        </Fact>
        <Fact name={t("training.labelledToday")}>
          <span data-testid="labelled-today">{labelledToday}</span>
        </Fact>
        <Fact name={t("training.inForce")}>
          <span data-testid="in-force">{inForce ? `#${inForce.number}` : t("training.asWritten")}</span>{" "}
          {inForce && <SureButton words={t("training.rollBack")} sure={t("training.rollBackSure")} disabled={rollBack.isPending} act={() => rollBack.mutate()} />}
        </Fact>
        <Fact name={t("training.draftChanges")}>
          <span data-testid="draft-changes">{draftChanges}</span>{" "}
          {draftChanges > 0 && <SureButton words={t("training.discard")} sure={t("training.discardSure")} disabled={discard.isPending} act={() => discard.mutate()} />}
        </Fact>
        {agreement.twice > 0 && (
          <Fact name={t("training.agreement")}>
            <span data-testid="agreement">{Math.round((100 * agreement.agreed) / agreement.twice)} %</span>{" "}
            <span className="second">
              {t("training.ofTwice", { count: agreement.twice })}
              {agreement.kappa !== undefined && `, κ ${agreement.kappa.toFixed(2)}`}
            </span>
            {agreement.disputes.length > 0 && (
              <details>
                <summary>{t("training.disputes")}</summary>
                <ul>
                  {agreement.disputes.map(({ one, other, times }) => (
                    <li key={one + other}>
                      {labelled(t, name, one)} / {labelled(t, name, other)} ×{times}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </Fact>
        )}
      </dl>
      {rollBack.isError && <Refused error={rollBack.error} />}
      {discard.isError && <Refused error={discard.error} />}
    </>
  );
}
