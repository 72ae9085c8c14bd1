/** A folded text with its figures as typed, without and with commas: `1200` and `1,200` are one figure. */
export function spellingsOfFigures(text: string): string[] {
  const plain = text.replace(GROUPED, (figure) => figure.replaceAll(",", ""));
  const grouped = plain.replace(UNGROUPED, (figure) => figure.replace(THOUSANDS, ","));
  return [...new Set([text, plain, grouped])];
}

const GROUPED = /(?<![\p{L}\p{N}.,])\d{1,3}(?:,\d{3})+(?![\p{N},]|\.\d)/gu;
const UNGROUPED = /(?<![\p{L}\p{N}.,])\d{4,12}(?![\p{N},]|\.\d)/gu;
const THOUSANDS = /(?<=\d)(?=(?:\d{3})+$)/g;
