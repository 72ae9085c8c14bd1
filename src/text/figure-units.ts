import type { Dimension } from "./figure.js";

/** What a unit measures, and how much of the dimension's own unit it is. */
export interface FigureUnit {
  readonly dimension: Dimension;
  readonly factor: number;
}

/** Square metres in a mu. */
export const MU = 2000 / 3;
/** Days in a year; a month is a twelfth of it. */
export const YEAR = 365.25;

const unitsOf = (dimension: Dimension, factors: Readonly<Record<string, number>>): [string, FigureUnit][] =>
  Object.entries(factors).map(([text, factor]) => [text, { dimension, factor }]);

/** Units that both languages write with Latin letters; longest first, as they are tried in this order. */
const latinUnits: readonly [string, FigureUnit][] = [
  ...unitsOf("area", { "km²": 1e6, km2: 1e6, "m²": 1, m2: 1, "㎡": 1 }),
  ...unitsOf("energy", { GWh: 1e9, MWh: 1e6, kWh: 1e3 }),
  ...unitsOf("power", { GW: 1e9, MW: 1e6, kW: 1e3 }),
  ...unitsOf("length", { km: 1e3, cm: 0.01, mm: 0.001 }),
  ...unitsOf("weight", { kg: 1, mg: 1e-6 }),
  ...unitsOf("percent", { "%": 1 }),
];

/** Units as a Chinese text writes them. */
export const chineseUnits: ReadonlyMap<string, FigureUnit> = new Map([
  ...latinUnits,
  ...unitsOf("money", { 元人民币: 1, 元: 1, 块钱: 1, 角钱: 0.1, 毛钱: 0.1, 分钱: 0.01 }),
  ...unitsOf("dollars", { 美元: 1, 美金: 1 }),
  ...unitsOf("euros", { 欧元: 1 }),
  ...unitsOf("pounds", { 英镑: 1 }),
  ...unitsOf("yen", { 日元: 1 }),
  ...unitsOf("hong-kong-dollars", { 港元: 1, 港币: 1 }),
  ...unitsOf("area", { 平方公里: 1e6, 平方千米: 1e6, 平方米: 1, 平米: 1, 公顷: 1e4, 亩: MU }),
  ...unitsOf("volume", { 立方米: 1, 升: 0.001 }),
  ...unitsOf("length", { 公里: 1e3, 千米: 1e3, 厘米: 0.01, 毫米: 0.001, 华里: 500, 里: 500, 米: 1 }),
  ...unitsOf("weight", { 吨: 1e3, 公斤: 1, 千克: 1, 毫克: 1e-6, 斤: 0.5, 克: 1e-3 }),
  ...unitsOf("energy", { 吉瓦时: 1e9, 兆瓦时: 1e6, 千瓦时: 1e3, 度电: 1e3 }),
  ...unitsOf("power", { 吉瓦: 1e9, 兆瓦: 1e6, 千瓦: 1e3 }),
  ...unitsOf("time", { 个世纪: 100 * YEAR, 年: YEAR, 周年: YEAR, 个月: YEAR / 12, 个多月: YEAR / 12 }),
  ...unitsOf("time", { 个星期: 7, 星期: 7, 周: 7, 天: 1, 个小时: 1 / 24, 个多小时: 1 / 24, 小时: 1 / 24 }),
  ...unitsOf("time", { 分钟: 1 / 1440, 秒: 1 / 86_400 }),
  ...unitsOf("percent", { 个百分点: 1, 百分点: 1, 成: 10 }),
]);

/** Words of the English units, without plural endings and with single spaces. */
export const englishUnits: ReadonlyMap<string, FigureUnit> = new Map([
  ...latinUnits,
  ...unitsOf("money", { yuan: 1, renminbi: 1, rmb: 1, cny: 1, jiao: 0.1, fen: 0.01, cent: 0.01 }),
  ...unitsOf("hong-kong-dollars", { "hong kong dollar": 1, hkd: 1 }),
  ...unitsOf("dollars", { "us dollar": 1, "u.s. dollar": 1, dollar: 1, usd: 1 }),
  ...unitsOf("euros", { euro: 1, eur: 1 }),
  ...unitsOf("pounds", { "pounds sterling": 1, gbp: 1 }),
  ...unitsOf("yen", { yen: 1 }),
  ...unitsOf("area", { "square kilometre": 1e6, "square kilometer": 1e6, "sq km": 1e6 }),
  ...unitsOf("area", { "square metre": 1, "square meter": 1, "sq m": 1, hectare: 1e4, ha: 1e4 }),
  ...unitsOf("area", { mu: MU, acre: 4046.8564224 }),
  ...unitsOf("volume", { "cubic metre": 1, "cubic meter": 1, litre: 0.001, liter: 0.001 }),
  ...unitsOf("length", { kilometre: 1e3, kilometer: 1e3, centimetre: 0.01, centimeter: 0.01 }),
  ...unitsOf("length", { millimetre: 0.001, millimeter: 0.001, metre: 1, meter: 1, m: 1, li: 500 }),
  ...unitsOf("weight", { kilogram: 1, kilo: 1, milligram: 1e-6, gram: 1e-3, jin: 0.5 }),
  ...unitsOf("weight", { "metric ton": 1e3, tonne: 1e3, ton: 1e3 }),
  ...unitsOf("energy", { "gigawatt-hour": 1e9, "megawatt-hour": 1e6, "kilowatt-hour": 1e3 }),
  ...unitsOf("power", { gigawatt: 1e9, megawatt: 1e6, kilowatt: 1e3 }),
  ...unitsOf("time", {
    century: 100 * YEAR,
    centurie: 100 * YEAR,
    decade: 10 * YEAR,
    year: YEAR,
    month: YEAR / 12,
    week: 7,
    day: 1,
  }),
  ...unitsOf("time", { hour: 1 / 24, minute: 1 / 1440 }),
  ...unitsOf("percent", { "percentage point": 1, "per cent": 1, percent: 1 }),
]);
