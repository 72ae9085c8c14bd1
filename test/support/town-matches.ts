import type { TownProfileInput } from "../../src/matching/town-profile.js";
import type { Label } from "../../src/terms.js";
import type { TestApp } from "./app.js";

/** A match as `townMatchesQuery` asks for it. */
export interface Match {
  readonly score: number;
  readonly case: { readonly slug: string };
  readonly conditions: readonly {
    readonly name: Label;
    readonly state: string;
    readonly evidence: readonly { readonly anchor: string; readonly case: { readonly slug: string } }[];
  }[];
  readonly warnings: readonly {
    readonly case: { readonly slug: string };
    readonly practice: { readonly slug: string };
  }[];
}

export const townMatchesQuery = `query ($profile: TownProfile!, $first: Int) {
  casesLikeMyTown(profile: $profile, first: $first) {
    score
    case { slug }
    conditions { name { zh en } state evidence { anchor case { slug } } }
    warnings { case { slug } practice { slug } }
  }
}`;

/** The cases for a town, best first; twenty are the most that there can be. */
export async function matchesOf(
  app: TestApp,
  profile: TownProfileInput,
  first = 20,
): Promise<readonly Match[]> {
  const { casesLikeMyTown } = await app.data<{ casesLikeMyTown: Match[] }>(townMatchesQuery, {
    profile,
    first,
  });
  return casesLikeMyTown;
}

export const slugsOf = (matches: readonly Pick<Match, "case">[]) => matches.map((one) => one.case.slug);
