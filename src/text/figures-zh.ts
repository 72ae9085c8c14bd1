import { chineseUnits } from "./figure-units.js";
import { withoutFigures, type Dimension, type FoundFigure } from "./figure.js";
import { chineseFixedWords } from "./fixed-words.js";
import { chineseNumber } from "./numerals.js";
import { chinesePhrases } from "./phrases-zh.js";

/** What a Chinese numeral counts with, or stands right before: 三家, 十四所, 七国, 两街一区. */
const CLASSIFIERS =
  "人次 车次 批次 项次 场次 方面 季度 世纪 国 省 市 区 县 镇 乡 村 街 园 馆 厂 校 院 企 " +
  "家 个 户 人 名 位 所 座 栋 幢 间 套 项 批 期 届 次 场 件 条 台 辆 艘 架 只 双 对 张 份 部 本 篇 册 幅 款 种 类 " +
  "级 层 栏 排 组 支 队 处 片 块 株 棵 头 匹 群 根 颗 粒 瓶 箱 盒 袋 包 倍 门 道 岁 股 笔 宗 起 轮 步 方 手 大 " +
  "分 点 线 代 口 席 桌 床 重 极 核 轴 带 号 等 版 章 节 页 集 圈 环 例 孔 眼 窑 行 列 路 员 强 不 心";

const ARABIC = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[多余来]?[十百千万亿]+)*)+`;
const HAN = String.raw`[一二两三四五六七八九十百千万亿][零〇一二两三四五六七八九十百千万亿]*(?:[多余]?[万亿]+)*`;
const NUMBER = new RegExp(
  `(?<hundredth>百分之|千分之)?(?<ordinal>第)?(?<number>${ARABIC}|${HAN})(?<more>[多余来])?`,
  "g",
);
const UNIT = longestFirst(chineseUnits.keys());
const CLASSIFIER = longestFirst(CLASSIFIERS.split(" "));
/** 成 is a tenth, but not in these words. */
const NO_TENTH = /^ ?成[立为就员功本果长都交型品]/;
/** What joins two numbers that share the unit of the second. */
const JOINED = /^[至到—–~～、或-]+$/;

/** A number of the text with what is around it. */
interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly value: number;
  readonly isHan: boolean;
  readonly isOrdinal: boolean;
  /** 多, 余 or 来 follows. */
  readonly isRound: boolean;
  readonly before: string;
  readonly after: string;
}

interface Reading extends FoundFigure {
  readonly number: string;
  /** Of the unit, in the dimension's own. */
  readonly factor: number;
}

/** The figures of a Chinese text whose digits are half-width; see `figuresIn`. */
export function chineseFigures(text: string, ones: boolean): FoundFigure[] {
  const read = text.replace(chineseFixedWords, (word) => "\0".repeat(word.length));
  const phrases = chinesePhrases(read, ones);
  const rest = withoutFigures(phrases, read);
  const readings = [...rest.matchAll(NUMBER)].flatMap((match) => readingsOf(rest, match, ones));
  return [
    ...phrases,
    ...readings.map((reading, index) => withSharedUnit(rest, reading, readings[index + 1])),
  ];
}

function readingsOf(text: string, match: RegExpExecArray, ones: boolean): Reading[] {
  const numeral = numeralOf(text, match);
  const { number, isHan, isOrdinal, before, after } = numeral;
  if (isNameOrVague(numeral)) return [];
  if (match.groups?.["hundredth"] !== undefined) {
    const isThousandth = match[0].startsWith("千");
    return [reading(numeral, "", "percent", isThousandth ? 0.1 : 1)];
  }
  if (isOrdinal) return [reading(numeral, "", "ordinal")];
  const isArticle = isHan && number === "一" && !/^(?:年|个)半/.test(after);
  if (isArticle && !ones) return [];
  if (isHan && /^[一二两三四五六七八九]{2}$/.test(number)) return aboutReadings(numeral);
  const measured = datedReading(numeral, before) ?? unitReading(numeral) ?? countReading(numeral, before);
  return measured === null ? [] : [measured];
}

function numeralOf(text: string, match: RegExpExecArray): Numeral {
  const { number = "", ordinal, more } = match.groups ?? {};
  const end = match.index + match[0].length;
  return {
    ...{ start: match.index, end, number, value: chineseNumber(number), isHan: !/\d/.test(number) },
    ...{ isOrdinal: ordinal !== undefined, isRound: more !== undefined },
    before: text.slice(Math.max(0, match.index - 2), match.index),
    after: text.slice(end),
  };
}

/** 5G, H9, 90后, 星期三; 数十家, 十几家. */
function isNameOrVague({ number, isHan, before, after }: Numeral): boolean {
  if (isHan) {
    return (
      /^几/.test(after) ||
      /(?:星期|礼拜)$/.test(before) ||
      (/[几数]$/.test(before) && /^[十百千万亿]/.test(number))
    );
  }
  const isGeneration = /^\d0$/.test(number) && after.startsWith("后");
  return isGeneration || /[A-Za-z]$/.test(before) || (/^[A-Za-z]/.test(after) && !UNIT.test(after));
}

/** 2019年, 90年代, 十月, 28日; null when the number is of none of these. */
function datedReading(numeral: Numeral, before: string): Reading | null {
  const { number, value, isHan, isRound, after } = numeral;
  const unit = /^ ?(?:年代|年|月份?|日|号)/.exec(after)?.[0];
  if (unit === undefined || isRound) return null;
  switch (unit.trim()) {
    case "年代":
      return reading({ ...numeral, value: value < 100 ? 1900 + value : value }, unit, "decade");
    case "年":
      return isYear(number) && !(value < 1900 ? /^ ?年(?:历史|来|之久)/ : /^ ?年(?:历史|之久)/).test(after)
        ? reading(numeral, unit, "year")
        : null;
    case "月":
    case "月份":
      return value <= 12 ? reading(numeral, unit, "month") : null;
    default: {
      if (/月$/.test(before)) return reading(numeral, unit, "day");
      if (unit.trim() === "号") return null;
      return reading(numeral, unit, isHan ? "time" : "day");
    }
  }
}

function isYear(number: string): boolean {
  return /^(?:1\d{3}|20\d{2}|2100)$/.test(number) || /^[一二][零〇一二三四五六七八九]{3}$/.test(number);
}

/** 7.4亿元, 一年半; null when no unit follows. */
function unitReading(numeral: Numeral): Reading | null {
  const text = UNIT.exec(numeral.after)?.[0];
  const unit = chineseUnits.get(text?.trim() ?? "");
  if (text === undefined || unit === undefined || NO_TENTH.test(numeral.after)) return null;
  const isHalfMore = unit.dimension === "time" && numeral.after.slice(text.length).startsWith("半");
  const value = numeral.value + (isHalfMore ? 0.5 : 0);
  return reading({ ...numeral, value }, isHalfMore ? `${text}半` : text, unit.dimension, unit.factor);
}

/** 三家, 495家, 5.42万; null for a Chinese numeral that counts nothing, as in 三农. */
function countReading(numeral: Numeral, before: string): Reading | null {
  const { number, value, isHan, isRound, after } = numeral;
  const half = /^个半(?:小时|月)/.exec(after)?.[0];
  if (half !== undefined) {
    const unit = chineseUnits.get(half.endsWith("月") ? "个月" : "小时");
    return reading({ ...numeral, value: value + 0.5 }, half, "time", unit?.factor);
  }
  const classifier = CLASSIFIER.exec(after)?.[0] ?? "";
  if (classifier === "") {
    if (isHan)
      return isRound || /^[一二两三四五六七八九].*[百千万亿]/.test(number) ? bare(numeral, "count") : null;
    if (/月$/.test(before)) return bare(numeral, "day");
    return bare(numeral, isYear(number) && !isRound ? "year" : "count");
  }
  if (value >= 1e8 && classifier === "级") return reading(numeral, classifier, "money");
  const isOrdinal = /^ ?(?:号|世纪)$/.test(classifier) || (number === "二" && /[期级等]$/.test(classifier));
  return reading(numeral, classifier, isOrdinal ? "ordinal" : "count");
}

function bare(numeral: Numeral, dimension: Dimension): Reading | null {
  const isLoneRound = numeral.isHan && !/[十百千万亿]/.test(numeral.number);
  return isLoneRound ? null : reading(numeral, "", dimension);
}

/** 两三年 is two or three years; 一二三产业 and 五一 count nothing. */
function aboutReadings(numeral: Numeral): Reading[] {
  const [low = 0, high = 0] = [...numeral.number].map(chineseNumber);
  if (high !== low + 1 || low === 1) return [];
  return [low, high].flatMap((value) => {
    const measured = unitReading({ ...numeral, value }) ?? countReading({ ...numeral, value }, "");
    return measured ?? [];
  });
}

/** 40至70毫克: the first number has the unit of the second, and its 万 or 亿 unless it has its own. */
function withSharedUnit(text: string, first: Reading, second: Reading | undefined): Reading {
  if (second === undefined || !JOINED.test(text.slice(first.end, second.start))) return first;
  const isBare = first.dimension === "count" && /[\d十百千万亿]$/.test(text.slice(first.start, first.end));
  if (!isBare || second.dimension === "year" || second.dimension === "ordinal") return first;
  const scale = /[万亿]+$/.exec(second.number)?.[0] ?? "";
  const core = chineseNumber(second.number.slice(0, second.number.length - scale.length) || "1");
  const isScaled = scale !== "" && !/[万亿]$/.test(first.number) && first.value <= core;
  const value = first.value * (isScaled ? chineseNumber(scale) : 1) * second.factor;
  return { ...first, dimension: second.dimension, factor: second.factor, value };
}

function reading(numeral: Numeral, unit: string, dimension: Dimension, factor = 1): Reading {
  const { start, end, number, value } = numeral;
  return { start, end: end + unit.length, number, dimension, factor, value: value * factor };
}

function longestFirst(words: Iterable<string>): RegExp {
  const sorted = [...words].sort((one, other) => other.length - one.length);
  return new RegExp(`^ ?(?:${sorted.join("|")})`);
}
