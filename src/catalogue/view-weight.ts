import { isWhole, type CaseCard } from "./case-card.js";
import type { CaseView } from "./views.js";

/** Bytes of memory that a case takes: two a character of text, and the objects around it, as a heap of thousands showed. */
export function bytesOf(value: CaseCard): number {
  return isWhole(value) ? bytesOfWhole(value) : bytesOfCard(value);
}

function bytesOfCard({ title, summary, indicators }: CaseCard): number {
  const texts = title.zh.length + title.en.length + summary.zh.length + summary.en.length;
  return 1_500 + 2 * texts + 340 * indicators.length;
}

function bytesOfWhole({ sections, evidence, indicators }: CaseView): number {
  const narratives = sections.flatMap((section) => section.narratives);
  const characters =
    narratives.reduce((sum, { text }) => sum + text.length, 0) +
    evidence.reduce((sum, { statement }) => sum + statement.zh.length + statement.en.length, 0);
  return 5_000 + 2 * characters + 900 * evidence.length + 480 * indicators.length + 300 * narratives.length;
}
