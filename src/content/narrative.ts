/** A stretch of a narrative and the evidence behind it; UTF-16 code units into the text without marks. */
export interface ParsedCitation {
  readonly start: number;
  readonly end: number;
  readonly anchor: string;
}

export interface ParsedNarrative {
  /** Markdown without footnote marks. */
  readonly text: string;
  /** In the order of the marks. */
  readonly citations: readonly ParsedCitation[];
}

/** One mark, or several that stand together. */
const MARKS = /(?:[ \t]*\[\^[^\]\s]+\])+/g;
/** With the closing quotes and brackets that belong to the sentence; a point after No is no end. */
const SENTENCE_END = /[。！？；]+[”’」』）]*|(?:[!?]|(?<!\b(?:No|Mr|Mrs|Dr|St|vs|U\.S))\.)["”’)]*(?=\s)|\n/g;

/**
 * Takes the footnote marks out. A mark covers the text from the mark before, or from the start of its
 * sentence, whichever is later; marks that stand together share their stretch.
 */
export function parseNarrative(markdown: string): ParsedNarrative {
  let text = "";
  let lastMark = 0;
  let read = 0;
  const citations: ParsedCitation[] = [];
  const marked = markdown.trim();
  for (const match of marked.matchAll(MARKS)) {
    text += marked.slice(read, match.index);
    read = match.index + match[0].length;
    const start = Math.max(lastMark, sentenceStart(text));
    lastMark = text.length;
    for (const [, anchor] of match[0].matchAll(/\[\^([^\]]+)\]/g)) {
      if (anchor !== undefined) citations.push({ start: skipSpace(text, start), end: text.length, anchor });
    }
  }
  return { text: text + marked.slice(read), citations };
}

/** Where the sentence at the end of the text begins. */
function sentenceStart(text: string): number {
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) start = match.index + match[0].length;
  return start;
}

function skipSpace(text: string, from: number): number {
  let start = from;
  while (start < text.length && /\s/.test(text[start] ?? "")) start += 1;
  return start;
}
