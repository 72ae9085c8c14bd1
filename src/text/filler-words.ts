/** Is this folded word one that holds a question together and says nothing of what it is about? */
export function isFiller(word: string): boolean {
  return fillers.has(word) || functionCharacters.has(word);
}

/** Is this folded word one that asks? What stands beside it in a run without a gap is another word. */
export const isQuestionWord = (word: string): boolean => questionWords.has(word);

const QUESTION_WORDS = "什么 怎么 怎样 怎么样 怎么办 如何 为什么 为何 哪个 哪些 哪里 哪儿 多少 几个";
const questionWords: ReadonlySet<string> = new Set(QUESTION_WORDS.split(" "));

/** They join words and are parts of none that a segmenter would not know. */
export const functionCharacters: ReadonlySet<string> = new Set(
  "的了在是和与及或等之为对从到把被有不也都就还又很而以于其所向由让使要会能可个们这那吗呢吧",
);

/**
 * English: the stop words of Snowball (Porter 2001), without `it` and `who`, which may be names, and `own`,
 * which says something of a brand; and how people ask. Chinese: question words, and what joins sentences.
 */
const fillers: ReadonlySet<string> = new Set(
  [
    "a an the this that these those and but if or because as until while so than then once",
    "of at by for with about against between into through during before after above below to from up down",
    "in out on off over under again further here there around within without per via",
    "i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers",
    "herself its itself they them their theirs themselves",
    "whom whose which what when where why how whether",
    "am is are was were be been being have has had having do does did doing",
    "would should could ought can may might must shall will",
    "all any both each few more most much many other another some such no nor not only same too very every",
    "please need needs want wants example examples",
    QUESTION_WORDS,
    "是否 能否 可否 是不是 有没有 能不能 会不会 可不可以 可以 能够 应该 应当 需要 想要 希望 请问 看看 想看 了解 知道",
    "这个 这些 这样 这种 那个 那些 那样 那种 我们 你们 他们 它们 自己 一个 一些 一种 一份 其他 另外 其中",
    "或者 以及 并且 而且 还是 因为 所以 如果 但是 不过 然后 之后 之前 以后 以前 最后 最好 没有 还能 比如 例如",
    "关于 对于 根据 通过 具体 有关 相关 方面 例子 案例",
  ].flatMap((line) => line.split(" ")),
);
