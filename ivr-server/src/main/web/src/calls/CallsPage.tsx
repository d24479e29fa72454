import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api } from "../api/client";
import { useSession } from "../api/useSession";
import { useKeys } from "../lib/useKeys";
import { useListCursor } from "../lib/useListCursor";
import { Refused } from "../ui/Refused";
import { CallFilters } from "./CallFilters";
import { CallsTable } from "./CallsTable";
import { isFiltered, serverQuery } from "./filters";

/** Calls, newest first. The filters are the page's address. */
export function CallsPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const [address] = useSearchParams();
  const { list, keys } = useListCursor();
  useKeys([...keys, { code: "Enter", label: "Enter", name: "open", act: () => undefined }]);
  const pages = useInfiniteQuery({
    queryKey: ["calls", address.toString(), zone],
    queryFn: ({ pageParam, signal }) => {
      const query = serverQuery(address, zone);
      if (pageParam) query.set("before", pageParam);
      return api.calls(query, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const calls = pages.data?.pages.flatMap((page) => page.calls) ?? [];
  return (
    <div className="calls" ref={list}>
      <h1 className="unseen">{t("calls.title")}</h1>
      <CallFilters />
      {pages.isError && <Refused error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <div className="skeleton" aria-hidden="true" />}
      {pages.isSuccess && calls.length === 0 && (
        <p className="empty">{t(isFiltered(address) ? "calls.noneFits" : "calls.none")}</p>
      )}
      {calls.length > 0 && <CallsTable calls={calls} zone={zone} />}
      {pages.hasNextPage ? (
        <button type="button" data-row data-testid="more" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t(pages.isFetchingNextPage ? "calls.loading" : "calls.more")}
        </button>
      ) : (
        calls.length > 0 && <p className="second">{t("calls.end")}</p>
      )}
    </div>
  );
}
