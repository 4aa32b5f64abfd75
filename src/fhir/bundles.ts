interface Link {
  relation: string;
  url: string;
}

/**
 * The number of the page after this one. Links hold the server's internal base and are never
 * followed: only their `page` is taken. `undefined` without a next page, NaN when it has no number.
 */
export function nextPageOf(links: readonly Link[]): number | undefined {
  const next = links.find(({ relation }) => relation === 'next');
  if (!next) return undefined;
  const [, page] = /[?&]page=(\d{1,6})(?:&|#|$)/.exec(next.url) ?? [];
  return page === undefined ? NaN : Number(page);
}
