/** Full-width digits, letters, points and per cent signs as half-width ones; every character keeps its place. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．％＋]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

const HAN_DIGITS = "零一二三四五六七八九";
const HAN_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** 1,250亿, 2亿5000万, 三万, 二〇一九, 百, 10多万: as a number. */
export function chineseNumber(text: string): number {
  const plain = text
    .replaceAll("两", "二")
    .replaceAll("〇", "零")
    .replace(/[,多余来\s]/g, "");
  if (/^[零一二三四五六七八九]{2,}$/.test(plain)) {
    return Number([...plain].map((digit) => HAN_DIGITS.indexOf(digit)).join(""));
  }
  let sum = 0;
  let section = 0;
  let pending: number | null = null;
  for (const [part] of plain.matchAll(/\d+(?:\.\d+)?|./g)) {
    const scale = HAN_SCALES[part];
    if (scale === undefined) {
      pending = /\d/.test(part) ? Number(part) : HAN_DIGITS.indexOf(part);
    } else if (scale < 1e4) {
      section += (pending ?? 1) * scale;
      pending = null;
    } else {
      section += pending ?? 0;
      sum = sum < scale ? (sum + section || 1) * scale : sum + section * scale;
      section = 0;
      pending = null;
    }
  }
  return sum + section + (pending ?? 0);
}

const UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
const SMALL_WORDS = `${UNITS} sixteen seventeen eighteen nineteen`.split(" ");
const TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALE_WORDS: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** dozen, hundred … trillion. */
export const englishScales = Object.keys(SCALE_WORDS);
/** one to nineteen, and the tens. */
export const englishCardinals = [...SMALL_WORDS, ...TENS_WORDS];

/** 1,200 thousand; three hundred and five; twenty-one; a million; half a dozen: as a number. */
export function englishNumber(text: string): number {
  const words = text
    .toLowerCase()
    .replaceAll(",", "")
    .split(/[\s-]+/);
  if (words[0] === "half") return 6;
  let sum = 0;
  let section: number | null = null;
  for (const word of words) {
    const scale = SCALE_WORDS[word];
    if (scale === undefined) {
      const value = cardinalOf(word);
      if (value !== null) section = (section ?? 0) + value;
    } else if (scale <= 100) {
      section = (section ?? 1) * scale;
    } else {
      sum = section === null ? (sum || 1) * scale : sum + section * scale;
      section = null;
    }
  }
  return sum + (section ?? 0);
}

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

/** second → 2, twentieth → 20; twenty-first is read in its two parts. */
export const englishOrdinals: ReadonlyMap<string, number> = new Map(
  [...SMALL_WORDS, ...TENS_WORDS, "hundred"].map((word) => [
    IRREGULAR_ORDINALS[word] ?? (word.endsWith("y") ? `${word.slice(0, -1)}ieth` : `${word}th`),
    cardinalOf(word) ?? 100,
  ]),
);

function cardinalOf(word: string): number | null {
  if (/^\d/.test(word)) return Number(word);
  const small = SMALL_WORDS.indexOf(word);
  if (small >= 0) return small + 1;
  const tens = TENS_WORDS.indexOf(word);
  return tens >= 0 ? (tens + 2) * 10 : null;
}
