import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, type FormEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useSession } from "../api/useSession";
import { serverQuery } from "../calls/filters";
import { useAddress } from "../lib/useAddress";
import { useKeys } from "../lib/useKeys";
import { useListCursor } from "../lib/useListCursor";
import { Refused } from "../ui/Refused";
import { NARROWING, SearchFilters } from "./SearchFilters";
import { SearchHit } from "./SearchHit";

/** Finds calls by what was said in them; the query is the page's address. */
export function SearchPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { address, set } = useAddress();
  const words = address.get("q") ?? "";
  const box = useRef<HTMLInputElement>(null);
  const { list, keys } = useListCursor();
  useKeys([
    { code: "Slash", label: "/", name: "find", act: () => box.current?.focus() },
    ...keys,
    { code: "Enter", label: "Enter", name: "playHit", act: () => undefined },
  ]);
  useEffect(() => {
    if (words === "") box.current?.focus();
  }, [words]);
  const narrowed = serverQuery(address, zone, NARROWING);
  narrowed.set("q", words);
  const asked = narrowed.toString();
  const search = useQuery({
    queryKey: ["search", words, asked],
    queryFn: ({ signal }) => api.search(new URLSearchParams(asked), signal),
    enabled: words !== "",
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get("q")).trim();
    set("q", q);
    box.current?.blur();
  }
  // Escape leaves the box, so that keys belong to the page again.
  const leave = (event: KeyboardEvent) => event.key === "Escape" && box.current?.blur();
  return (
    <div className="search" ref={list}>
      <h1 className="unseen">{t("search.title")}</h1>
      <form role="search" onSubmit={submit}>
        <input ref={box} key={words} name="q" type="search" aria-label={t("search.box")} placeholder={t("search.box")} defaultValue={words} maxLength={200} onKeyDown={leave} />
        <button type="submit" className="primary">
          {t("search.submit")}
        </button>
        <span className="second">{t("search.hint")}</span>
      </form>
      {words !== "" && <SearchFilters />}
      {search.data && !search.data.complete && <p className="banner" role="status">{t("search.behind")}</p>}
      {search.data?.cappedAt !== undefined && <p className="banner" role="status">{t("search.capped", { count: search.data.cappedAt })}</p>}
      {words === "" && <p className="empty">{t("search.start")}</p>}
      {search.isError && <Refused error={search.error} retry={() => void search.refetch()} />}
      {search.isLoading && <div className="skeleton" aria-hidden="true" />}
      {search.data && search.data.hits.length === 0 && <p className="empty">{t("search.none")}</p>}
      {search.data && search.data.hits.length > 0 && (
        <>
          <p className="second" role="status" data-testid="found">
            {t("search.result", { total: search.data.total, took: search.data.tookMs })}{" "}
            {search.data.total > search.data.hits.length && t("search.some", { shown: search.data.hits.length })}
          </p>
          <ol className="hits">
            {search.data.hits.map((hit) => (
              <SearchHit key={`${hit.callId} ${hit.number} ${hit.offsetMs} ${hit.side}`} hit={hit} zone={zone} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
