import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { Training } from "../api/types";
import { useSentences } from "../i18n/sentences";
import { Refused } from "../ui/Refused";

/** What somebody changed in issues.yaml while trainers work elsewhere: said until it is in force. */
export function ByHand({ desk, name }: { desk: Training; name: (issue: string) => string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const inWords = useSentences(name);
  const takeOver = useMutation({
    mutationFn: () => training.takeOver(desk.hotline),
    onSuccess: () => client.invalidateQueries({ queryKey: ["training", desk.hotline] }),
  });
  const { notInDraft, notInForce, trouble } = desk.byHand;
  const conflicts = takeOver.data ?? [];
  if (notInDraft === 0 && notInForce === 0 && trouble === undefined && conflicts.length === 0) return null;
  return (
    <div className="banner" role="status" data-testid="by-hand">
      {trouble !== undefined && <p>{t("training.byHand.unreadable", { trouble: inWords(trouble) })}</p>}
      {notInDraft > 0 && (
        <p>
          {t("training.byHand.notInDraft", { count: notInDraft })}{" "}
          <button type="button" disabled={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t("training.byHand.takeOver")}
          </button>
        </p>
      )}
      {notInDraft === 0 && notInForce > 0 && <p>{t(desk.inForce ? "training.byHand.notInForce" : "training.byHand.restart", { count: notInForce })}</p>}
      {takeOver.isError && <Refused error={takeOver.error} />}
      {conflicts.length > 0 && (
        <ul>
          {conflicts.map(({ kind, name: what }) => (
            <li key={kind + what}>{t(`training.byHand.${kind}`, { name: name(what) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
