import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { InboxItem } from "../api/types";
import { useSession } from "../api/useSession";
import { moment } from "../lib/format";

interface Props {
  item: InboxItem;
  /** Under the cursor. */
  at: boolean;
  selected: boolean;
  name: (issue: string) => string;
  put: () => void;
  toggle: () => void;
  play: () => void;
}

/** One utterance, with what was said around it. */
export function InboxRow({ item, at, selected, name, put, toggle, play }: Props) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  return (
    <li className="item" aria-current={at || undefined} data-testid={`item-${item.id}`}>
      <input type="checkbox" checked={selected} onChange={toggle} aria-label={t("training.select", { text: item.text })} />
      <div className="item-words">
        <p className="second">{item.before}</p>
        <button type="button" className="item-line quiet" onClick={put}>
          {item.text}
        </button>
        {item.after !== "" && <p className="second">{item.after}</p>}
        <p className="item-facts second">
          <Link to={`/calls/${item.callId}?t=${(item.offsetMs / 1000).toFixed(1)}`}>{moment(item.at, zone, i18n.language)}</Link>
          {item.takenFor !== undefined && <span>{t("training.takenFor", { issue: name(item.takenFor) })}</span>}
        </p>
      </div>
      <button type="button" className="quiet" onClick={play} aria-label={t("training.playItem", { text: item.text })}>
        ▶
      </button>
    </li>
  );
}
