import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import { Refused } from "../ui/Refused";
import { ByHand } from "./ByHand";
import { calledIn } from "./find";
import { FindIssue } from "./FindIssue";
import { InboxPanel } from "./InboxPanel";
import { IssuePanel } from "./IssuePanel";
import { IssueTree } from "./IssueTree";
import { NewIssue } from "./NewIssue";
import { TrainingTotals } from "./TrainingTotals";
import { Trend } from "./Trend";
import { TryPanel } from "./TryPanel";
import { useItemSound } from "./useItemSound";
import { useLabelling } from "./useLabelling";
import { useTrainingKeys } from "./useTrainingKeys";
import { VersionsPanel } from "./VersionsPanel";
import type { Wanted } from "./ChangePreview";

const WHILE_LEARNING = 700;
/** Others work on the same draft. */
const OTHERWISE = 30_000;

/** One hotline's desk: its issues left, what was not located in the middle, tries and versions right. */
export function TrainingDesk({ hotline }: { hotline: string }) {
  const { i18n, t } = useTranslation();
  const [dialog, setDialog] = useState<"find" | "add" | "merge">();
  const [chosen, setChosen] = useState<string>();
  const [wanted, setWanted] = useState<Wanted>();
  const sentence = useRef<HTMLInputElement>(null);
  const [again, setAgain] = useState(false);
  const labelling = useLabelling(hotline, again);
  const sound = useItemSound(labelling.deck);
  const desk = useQuery({
    queryKey: ["training", hotline, "desk"],
    queryFn: ({ signal }) => training.desk(hotline, signal),
    refetchInterval: ({ state }) => (state.data?.job?.state === "running" ? WHILE_LEARNING : OTHERWISE),
  });
  const called = useMemo(() => new Map([...(desk.data?.groups ?? []), ...(desk.data?.issues ?? [])].map((some) => [some.name, some.called])), [desk.data]);
  const name = (issue: string) => calledIn(i18n.language, issue, called.get(issue));
  const close = () => setDialog(undefined);
  const merge = () => chosen !== undefined && setDialog("merge");
  useTrainingKeys(labelling, { find: () => setDialog("find"), add: () => setDialog("add"), merge, play: () => sound.play(), sentence }, dialog !== undefined);
  if (desk.isError) return <Refused error={desk.error} retry={() => void desk.refetch()} />;
  if (desk.data === undefined) return <div className="skeleton" aria-hidden="true" />;
  const label = (issue: string) => {
    close();
    labelling.label("issue", issue);
  };
  const changed = ({ kind, into }: Wanted) => {
    if (kind === "merge") setChosen(into);
    if (kind !== "remove") return;
    setChosen(undefined);
    labelling.begin();
  };
  return (
    <>
      <TrainingTotals desk={desk.data} name={name} discarded={labelling.begin} />
      <Trend days={desk.data.days} />
      <ByHand desk={desk.data} name={name} />
      <div className="training-columns">
        <IssueTree desk={desk.data} chosen={chosen} choose={(issue) => { setChosen(issue); setWanted(undefined); }} />
        <div className="training-middle">
          {chosen !== undefined && (
            <IssuePanel key={chosen} desk={desk.data} issue={chosen} name={name} merge={merge} wanted={wanted} want={setWanted} changed={changed} close={() => setChosen(undefined)} />
          )}
          {sound.failed && <p className="banner" role="alert">{t("training.noSound")}</p>}
          <InboxPanel labelling={labelling} name={name} play={sound.play} calls={desk.data.calls} toggle={() => {
            setAgain(!again);
            void desk.refetch();
          }} />
        </div>
        <div className="training-side">
          <TryPanel desk={desk.data} box={sentence} name={name} />
          <VersionsPanel desk={desk.data} name={name} />
        </div>
      </div>
      {dialog === "find" && <FindIssue title={t("training.findIssue")} issues={desk.data.issues} pick={label} close={close} />}
      {dialog === "merge" && chosen !== undefined && (
        <FindIssue
          title={t("training.mergeWith", { issue: name(chosen) })}
          issues={desk.data.issues.filter((issue) => issue.name !== chosen)}
          pick={(into) => {
            close();
            setWanted({ kind: "merge", issue: chosen, into });
          }}
          close={close}
        />
      )}
      {dialog === "add" && <NewIssue title={t("training.newIssue")} desk={desk.data} make={(issue) => training.addIssue(hotline, issue)} made={label} close={close} />}
    </>
  );
}
