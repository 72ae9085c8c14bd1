import { hasTexts, isWhole, type CaseCard, type CaseWithTexts } from "./case-card.js";
import type { CaseView } from "./views.js";

/** Bytes of memory that a case takes: up to two a character of text, and the objects around it, as a heap of thousands showed. */
export function bytesOf(value: CaseCard): number {
  if (isWhole(value)) return bytesOfWhole(value);
  return bytesOfCard(value) + (hasTexts(value) ? bytesOfTexts(value) : 0);
}

function bytesOfCard({ title, summary, indicators }: CaseCard): number {
  const texts = title.zh.length + title.en.length + summary.zh.length + summary.en.length;
  return 1_500 + 2 * texts + 340 * indicators.length;
}

function bytesOfTexts(value: CaseWithTexts): number {
  const { sections, evidence } = value;
  const narratives = sections.flatMap((section) => section.narratives);
  return 300 + Math.round(1.5 * charactersOf(value)) + 180 * evidence.length + 90 * narratives.length;
}

function bytesOfWhole(value: CaseView): number {
  const { sections, evidence, indicators } = value;
  const narratives = sections.flatMap((section) => section.narratives);
  return (
    5_000 +
    2 * charactersOf(value) +
    900 * evidence.length +
    480 * indicators.length +
    300 * narratives.length
  );
}

function charactersOf({ sections, evidence }: CaseWithTexts): number {
  const narratives = sections.flatMap((section) => section.narratives);
  return (
    narratives.reduce((sum, { text }) => sum + text.length, 0) +
    evidence.reduce((sum, { statement }) => sum + statement.zh.length + statement.en.length, 0)
  );
}
