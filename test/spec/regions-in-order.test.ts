import { expect, test } from "vitest";
import { openTestApp } from "../support/app.js";

interface Answer {
  readonly regions: readonly { readonly code: string | null; readonly key: string }[];
  readonly provinces: readonly { readonly code: string }[];
  readonly caseStatistics: {
    readonly cells: readonly { readonly keys: readonly { readonly value: string }[] }[];
  };
  readonly serviceInfo: { readonly coverage: { readonly provinces: readonly { readonly value: string }[] } };
  readonly cases: {
    readonly facets: { readonly provinces: readonly { readonly value: string; readonly count: number }[] };
  };
}

test("divisions come by code wherever they are listed, in facets by count and then by code", async () => {
  const app = await openTestApp();
  try {
    const { regions, provinces, caseStatistics, serviceInfo, cases } = await app.data<Answer>(`{
      regions { code key }
      provinces: regions(level: PROVINCE) { code }
      caseStatistics(groupBy: [PROVINCE]) { cells { keys { value } } }
      serviceInfo { coverage { provinces { value } } }
      cases { facets { provinces { value count } } }
    }`);
    const sorted = (values: readonly string[]) => [...values].sort();
    const isCode = (value: string) => /^\d{6}$/.test(value);
    const codes = regions.flatMap(({ code }) => code ?? []);
    expect(codes).toEqual(sorted(codes));
    const withoutCode = regions.slice(codes.length);
    expect(withoutCode.every(({ code }) => code === null)).toBe(true);
    expect(withoutCode.map(({ key }) => key)).toEqual(sorted(withoutCode.map(({ key }) => key)));
    for (const values of [
      provinces.map(({ code }) => code),
      caseStatistics.cells.flatMap(({ keys }) => keys.map(({ value }) => value)),
      serviceInfo.coverage.provinces.map(({ value }) => value),
    ]) {
      expect(values.filter(isCode).length).toBeGreaterThan(15);
      expect(values.filter(isCode)).toEqual(sorted(values.filter(isCode)));
    }
    const facets = cases.facets.provinces;
    expect(facets).toEqual([...facets].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
  } finally {
    await app.close();
  }
});
