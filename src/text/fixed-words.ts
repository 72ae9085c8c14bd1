/**
 * Words whose numerals count nothing, so that no evidence need bear them out: set phrases, names of plans
 * and programmes, places written with a numeral. Each stands here because what follows its numeral would
 * else be read as a classifier or a unit.
 */
export const chineseFixedWords = new RegExp(
  [
    ..."十分(?![钟之钱]) 万分(?!之) 百分百 四处 三番五次 五花八门 四面八方 千家万户 千方百计 百家争鸣 百年老店".split(
      " ",
    ),
    ..."第一线 第一步 第一时间 第一手 第三方 第一产业 第二产业 第三产业 二手 二线 三线 两头".split(" "),
    ..."双十一 十[一二三四五]五(?!家|个|年|名|所|项|座) 千人计划 万人计划 两院院士 三步曲 三部曲".split(" "),
    ..."五台山 二道白河 三门峡 两不误 十里长街 十里东风长街".split(" "),
  ].join("|"),
  "g",
);

/** The same for English. */
export const englishFixedWords =
  /\bthird[- ]part(?:y|ies)\b|\b(?:new )?third board\b|\bten-li\b|\bsecond[- ]?hand\b|\bsecond to none\b|\btwo-way\b|\bfour[- ]seasons?\b|\bthousand talents\b|\b(?:\d+th|[a-z]+th) five-year(?: plan)?\b/gi;
