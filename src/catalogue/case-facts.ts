import type {
  Basis,
  CaseKind,
  CategoryKey,
  EvidenceKind,
  EvidenceScope,
  Locale,
  SectionKind,
  TownKind,
  TownStatusKind,
  WarningKind,
} from "../terms.js";
import type { Point } from "./distance.js";
import type { FigureFacts } from "./figure-facts.js";
import type { Sizes } from "./size-facts.js";
import type { Stretch } from "./times.js";

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
  /** Slugs of the practices that it speaks against. */
  readonly contradicts: readonly string[];
  readonly problems: readonly string[];
  readonly warningKind: WarningKind | null;
  readonly measures: readonly string[];
  /** In the order of the case. */
  readonly evidence: EvidenceRange;
  /** How big its town is. */
  readonly sizes: Sizes;
  readonly sources: readonly string[];
  /** Of its town's standing and names. */
  readonly townSources: readonly string[];
  readonly documents: readonly string[];
  readonly round: number | null;
  readonly town: TownFacts;
  readonly statuses: readonly TownStatusKind[];
  readonly sectionKinds: readonly SectionKind[];
  /** Languages in which one of its sections has no text. */
  readonly missingLocales: readonly Locale[];
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
  readonly nameEn: string;
  readonly formerNamesZh: readonly string[];
  readonly formerNamesEn: readonly string[];
  readonly location: Point | null;
}

/** Where the evidence of a case lies in the columns of evidence. */
export interface EvidenceRange {
  readonly start: number;
  readonly length: number;
}

/** A case as it is read, before its evidence goes into columns. */
export interface LoadedCase {
  readonly facts: Omit<CaseFacts, "evidence">;
  readonly evidence: readonly EvidenceFacts[];
}

/** What lists of evidence know of one piece. */
export interface EvidenceFacts {
  readonly kind: EvidenceKind;
  readonly scope: EvidenceScope;
  /** The key of its source. */
  readonly source: string;
  /** Of its source (BCP 47). */
  readonly language: string;
  /** When what it states took place; null: undated, but its figures may have dates. */
  readonly time: Stretch | null;
  readonly hasConflict: boolean;
  readonly figures: readonly FigureFacts[];
}
