import type { Basis, CaseKind, CategoryKey, SectionKind, TownKind, TownStatusKind } from "../terms.js";

/** What filters, facets and orders know of one published case. */
export interface CaseFacts {
  readonly id: string;
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly kind: CaseKind;
  readonly category: CategoryKey | null;
  readonly categoryPosition: number;
  readonly categoryBasis: Basis | null;
  /** The key of its province. */
  readonly province: string;
  /** Keys of its region and of all that region is part of. */
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly practices: readonly string[];
  readonly tags: readonly string[];
  readonly measures: readonly string[];
  readonly sources: readonly string[];
  /** Of its town's standing and names. */
  readonly townSources: readonly string[];
  readonly documents: readonly string[];
  readonly round: number | null;
  readonly town: TownFacts;
  readonly statuses: readonly TownStatusKind[];
  readonly sectionKinds: readonly SectionKind[];
  readonly titleZh: string;
  readonly titleEn: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** The town of a case; a town is published when one of its cases is. */
export interface TownFacts {
  readonly id: string;
  readonly slug: string;
  readonly kind: TownKind;
  readonly nameZh: string;
}
