/**
 * Words whose numerals count nothing, so that no evidence need bear them out: set phrases, names of plans
 * and programmes, places written with a numeral. Each stands here because what follows its numeral would
 * else be read as a classifier or a unit.
 */
export const chineseFixedWords = anyOf([
  "十分(?![钟之钱])|万分(?!之)|百分百|四处|三番五次|五花八门|四面八方|千家万户|千方百计|百家争鸣|百年老店",
  "第一线|第一步|第一时间|第一手|第三方|第[一二三]产业|二手|[二三]线|两头|两不误|三[步部]曲|三不五时|三心二意",
  "第[一二三四五六七八九十]+个五年(?:规划|计划)|十[一二三四五]五(?![家个年名所项座])|双十一",
  "千人计划|万人计划|两院院士|五台山|二道白河|三门峡|十里长街|十里东风长街",
]);

/** The same for English. */
export const englishFixedWords = anyOf([
  "\\b(?:\\d+|[a-z]+)(?:st|nd|rd|th) five-year(?: plan)?\\b|\\bsecond half\\b",
  "\\bthird[- ]part(?:y|ies)\\b|\\b(?:new )?third board\\b|\\bsecond[- ]?hand\\b|\\bsecond to none\\b",
  "\\btwo-way\\b|\\bfour[- ]seasons?\\b|\\bthousand talents\\b|\\bten-li\\b",
]);

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join("|"), "gi");
}
