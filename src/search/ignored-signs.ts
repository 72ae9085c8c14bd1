/**
 * The signs of a text that say something and that no index has, as typed: `%` of `50%`, `#`, emoji. What
 * only joins and parts words is none: nobody looks for a comma, and `R&D` is found as its letters.
 */
export function ignoredSigns(text: string): string[] {
  return text.match(SIGNS) ?? [];
}

const SIGNS = /(?:[\p{S}%％‰#＃@＠*＊§][\p{M}\p{Cf}]*)+/gu;
