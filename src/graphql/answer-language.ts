import type { Locale } from "../terms.js";

/** The language for messages, from an `Accept-Language` header: Chinese where it is wanted more than English. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? "").split(",").map(readWish);
  const weight = (language: string) =>
    Math.max(0, ...wishes.filter((wish) => wish.language === language).map((wish) => wish.weight));
  if (weight("zh") !== weight("en")) return weight("zh") > weight("en") ? "ZH" : "EN";
  const first = wishes.find((wish) => (wish.language === "zh" || wish.language === "en") && wish.weight > 0);
  return first?.language === "zh" ? "ZH" : "EN";
}

interface Wish {
  /** The first part of the range: `zh` of `zh-Hans-CN`. */
  readonly language: string;
  /** 0 to 1; 0: not acceptable. */
  readonly weight: number;
}

function readWish(text: string): Wish {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const q = Number(parameters.find((one) => one.startsWith("q="))?.slice(2) ?? "1");
  return { language: range.split("-")[0] ?? "", weight: q >= 0 && q <= 1 ? q : 0 };
}
