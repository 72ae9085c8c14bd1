import type { Label } from "./terms.js";

/** Under what terms the texts and data may be used. */
export interface Licence {
  readonly name: Label;
  /** Of its text. */
  readonly url: string;
  /** As the SPDX licence list calls it. */
  readonly spdxId: string;
}

/** Of everything that is published. The code has another one. */
export const contentLicence: Licence = {
  name: {
    zh: "知识共享 署名 4.0 国际（CC BY 4.0）",
    en: "Creative Commons Attribution 4.0 International",
  },
  url: "https://creativecommons.org/licenses/by/4.0/",
  spdxId: "CC-BY-4.0",
};
