import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Refused } from "../ui/Refused";
import { current, left, skipped } from "./deck";
import { InboxRow } from "./InboxRow";
import { Suggestions } from "./Suggestions";
import { labelled } from "./labels";
import type { Labelling } from "./useLabelling";

interface Props {
  labelling: Labelling;
  name: (issue: string) => string;
  play: (item: string) => void;
  /** How many there were to locate, located or not. */
  calls: number;
  /** Labels what others have labelled, or goes back to what nobody has. */
  toggle: () => void;
}

/** What was not located: the cluster at hand, line by line, and how many wait behind it. */
export function InboxPanel({ labelling, name, play, calls, toggle }: Props) {
  const { t } = useTranslation();
  const { again, deck, dispatch, inbox, taken, others, error } = labelling;
  const list = useRef<HTMLOListElement>(null);
  const cluster = current(deck);
  const clusters = left(deck);
  const put = skipped(deck);
  // The focus goes along with the cursor, unless somebody writes elsewhere.
  useEffect(() => {
    const focused = document.activeElement;
    const free = focused === null || focused === document.body || !!focused.closest(".inbox");
    if (free) list.current?.querySelector<HTMLElement>("[aria-current] .item-line")?.focus();
  }, [deck.cursor]);
  return (
    <section className="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">
        {t(again ? "training.again" : "training.inbox")} <span className="second">{t("training.clustersLeft", { count: clusters.length })}</span>
        <button type="button" aria-pressed={again} title={t("training.againHint")} onClick={toggle} data-testid="again">
          {t("training.again")}
        </button>
      </h2>
      {again && <p className="second">{t("training.againHint")}</p>}
      {error !== null && <Refused error={error} />}
      {taken.map(({ item, by, label, mine }) => (
        <p key={item} className="banner" role="status" data-testid="taken">
          {t(!again ? "training.taken" : label === mine ? "training.agreed" : "training.differed", { by, label: labelled(t, name, label) })}
        </p>
      ))}
      {others.length > 0 && <p className="banner" role="status" data-testid="others">{t("training.others", { names: others.join(", ") })}</p>}
      {inbox.isError && <Refused error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.isPending && <div className="skeleton" aria-hidden="true" />}
      {cluster && (
        <>
          <Suggestions nearest={cluster.nearest} name={name} pick={(issue) => labelling.label("issue", issue)} />
          <ol className="items" ref={list}>
            {cluster.items.map((item) => (
              <InboxRow
                key={item.id}
                item={item}
                at={item.id === deck.cursor}
                selected={deck.selected.has(item.id)}
                name={name}
                put={() => dispatch({ kind: "put", item: item.id })}
                toggle={() => dispatch({ kind: "toggled", item: item.id })}
                play={() => play(item.id)}
              />
            ))}
          </ol>
        </>
      )}
      {inbox.data && clusters.length === 0 && put === 0 && <p className="empty">{t(again ? "training.againEmpty" : calls === 0 ? "training.noCalls" : "training.inboxEmpty")}</p>}
      {put > 0 && (
        <button type="button" onClick={() => dispatch({ kind: "unskipped" })} data-testid="skipped">
          {t("training.skipped", { count: put })}
        </button>
      )}
      {clusters.length > 1 && (
        <ol className="waiting-clusters" aria-label={t("training.nextClusters")}>
          {clusters
            .filter(({ id }) => id !== cluster?.id)
            .slice(0, 30)
            .map(({ id, items }) => (
              <li key={id}>
                <button type="button" className="quiet" onClick={() => items[0] && dispatch({ kind: "put", item: items[0].id })}>
                  <b>{items.length}</b> {items[0]?.text}
                </button>
              </li>
            ))}
        </ol>
      )}
    </section>
  );
}
