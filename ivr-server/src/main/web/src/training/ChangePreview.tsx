import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { TreeChange } from "../api/types";
import { Refused } from "../ui/Refused";

export type Wanted = Omit<TreeChange, "preview">;

/** What a change of the tree would move, before it is made. */
export function ChangePreview(props: { hotline: string; wanted: Wanted; words: string; made: () => void; over: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { hotline, wanted, over } = props;
  const effect = useQuery({
    queryKey: ["training", hotline, "effect", wanted],
    queryFn: () => training.changeTree(hotline, { ...wanted, preview: true }),
    gcTime: 0,
  });
  const make = useMutation({
    mutationFn: () => training.changeTree(hotline, { ...wanted, preview: false }),
    onSuccess: () => {
      over();
      props.made();
      // What is gone, and what would become of it, is not asked for again.
      const gone = wanted.kind === "merge" || wanted.kind === "remove";
      return client.invalidateQueries({
        queryKey: ["training", hotline],
        predicate: ({ queryKey: [, , what, which] }) => what !== "effect" && !(gone && what === "issue" && which === wanted.issue),
      });
    },
  });
  return (
    <div className="banner change-preview" role="status" data-testid="preview">
      <p>{props.words}</p>
      {effect.isError && <Refused error={effect.error} />}
      {effect.data && <p>{t(wanted.kind === "remove" ? "training.goes" : "training.moves", { utterances: effect.data.utterances, calls: effect.data.calls })}</p>}
      {make.isError && <Refused error={make.error} />}
      <button type="button" className="primary" autoFocus disabled={!effect.data || make.isPending} onClick={() => make.mutate()}>
        {t("training.doIt")}
      </button>
      <button type="button" onClick={over}>
        {t("training.leaveIt")}
      </button>
    </div>
  );
}
