import type { Random } from "./random.js";

/**
 * Two made-up vocabularies with the frequencies of real ones: a few words in every text, most in few. The frequent ones
 * are real words, the others are put together, and none is a number.
 */
export const VOCABULARY_SIZE = 30_000;

export function chineseWord(random: Random): string {
  return chineseWordAt(random.rank(VOCABULARY_SIZE));
}

export function englishWord(random: Random): string {
  return englishWordAt(random.rank(VOCABULARY_SIZE));
}

/** 约 so many characters, with commas and the full stop. */
export function chineseSentence(random: Random, words: number): string {
  const parts = Array.from(
    { length: words },
    (_, place) => chineseWord(random) + (place % 5 === 4 ? "，" : ""),
  );
  return `${parts.join("").replace(/，$/, "")}。`;
}

export function englishSentence(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => englishWord(random)).join(" ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** The word of this frequency rank, from 0. */
export function chineseWordAt(rank: number): string {
  const frequent = FREQUENT_CHINESE[rank];
  if (frequent !== undefined) return frequent;
  const place = scattered(rank, CHARACTERS.length ** 2);
  return characterAt(place % CHARACTERS.length) + characterAt(Math.floor(place / CHARACTERS.length));
}

export function englishWordAt(rank: number): string {
  const frequent = FREQUENT_ENGLISH[rank];
  if (frequent !== undefined) return frequent;
  const syllables = rank % 3 === 0 ? 4 : 3;
  let place = scattered(rank, SYLLABLES ** syllables);
  let word = "";
  for (let count = 0; count < syllables; count++) {
    word += syllableAt(place % SYLLABLES);
    place = Math.floor(place / SYLLABLES);
  }
  return word + (ENDINGS[rank % ENDINGS.length] ?? "");
}

/** Different ranks, different places, far from each other. */
function scattered(rank: number, size: number): number {
  return (rank * 6_700_417 + 104_729) % size;
}

const CONSONANTS = "b d f g h k l m n p r s t v z br dr gl st tr".split(" ");
const VOWELS = "a e i o u".split(" ");
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const ENDINGS = ["", "n", "l", "ry", "s"];

const syllableAt = (place: number): string =>
  (CONSONANTS[Math.floor(place / VOWELS.length)] ?? "") + (VOWELS[place % VOWELS.length] ?? "");

const characterAt = (place: number): string => CHARACTERS[place] ?? "";

const FREQUENT_CHINESE = (
  "小镇 产业 企业 发展 建设 服务 项目 当地 创新 农民 技术 资金 政府 工厂 设计 品牌 市场 环境 文化 旅游 人才 平台 管理 " +
  "投资 生态 电商 合作 改造 培训 就业 收入 居民 社区 学校 园区 标准 质量 安全 水质 道路 绿化 仓库 物流 机器 车间 " +
  "研究 公司 协会 合同 租金 土地 规划 试点 治理 河道 茶叶 陶瓷 丝绸 竹编 木雕 刺绣 袜业 家具 五金 汽车 光伏 锂电 " +
  "芯片 软件 数据 地图 医药 健康 养老 体育 足球 音乐 电影 动漫 民宿 古街 祠堂 庙会 节庆 非遗 手艺 师傅 学徒 工坊"
).split(" ");

const FREQUENT_ENGLISH = (
  "the of and to in town for firms was local with by industry were services workers that project design government from " +
  "village research their training new market workshop factory company quality park investment public land brand river " +
  "farmers families housing school tourism culture craft tea pottery silk bamboo carving furniture software data health " +
  "music film museum street temple festival apprentice master cooperative contract rent subsidy platform logistics " +
  "warehouse machine robot battery solar engine vehicle medicine clinic garden forest water waste energy standard safety"
).split(" ");

/** Common ones; none counts anything. */
const CHARACTERS = [
  ...new Set(
    "安白北本边别冰并波博布步材彩草策层茶产常场潮车成城初传创春村达带丹当岛道德登的地点电东动斗都度端对多恩发法帆方" +
      "飞丰风峰锋福富改甘钢高歌格耕工功共古谷固关观光广规贵国果海含汉好合和河荷红洪后湖花华化环黄辉汇惠火机基吉极集" +
      "纪技济佳家坚建江将匠金锦进京晶精景净静居菊军康科可空快宽来兰朗乐雷礼理力立丽利连联良林灵岭流龙隆楼路绿伦罗" +
      "洛马麦满茂梅美门民名明模木牧南能宁农欧排培鹏平坪普其奇启气前桥青清庆秋泉群然仁荣融如瑞润森沙山商尚生声盛" +
      "诗石时实世市视水顺松苏素塔台泰唐陶特腾体天田铁通同图土团外湾望微唯维文稳沃武物溪喜夏先贤祥向晓心新信星兴" +
      "行雄秀徐旭学雪雅烟研阳样药业夜依宜艺易益意音银英永用优友有余渔雨语玉育园源远月悦云运泽展站张章照浙真正知" +
      "值植志智中忠州竹筑转庄卓资子自宗走作座",
  ),
].filter((character) => !"多百千万余成度点层场车带道端动门名座值".includes(character));
