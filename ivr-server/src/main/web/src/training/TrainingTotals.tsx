import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { Training } from "../api/types";
import { Fact } from "../ui/Fact";
import { Refused } from "../ui/Refused";
import { SureButton } from "../ui/SureButton";

/** The numbers of the day. */
export function TrainingTotals({ desk }: { desk: Training }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rollBack = useMutation({
    mutationFn: () => training.rollBack(desk.hotline),
    onSuccess: () => client.invalidateQueries({ queryKey: ["training", desk.hotline] }),
  });
  const { calls, unlocated, labelledToday, draftChanges, inForce } = desk;
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
          <span data-testid="draft-changes">{draftChanges}</span>
        </Fact>
      </dl>
      {rollBack.isError && <Refused error={rollBack.error} />}
    </>
  );
}
