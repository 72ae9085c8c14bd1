import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsVia, csvOf, labelColumns, type Cell } from "../../src/outlets/csv.js";

const one = { a: (cell: Cell) => cell };
const written = (cell: Cell) => csvOf(one, [cell], false);

test("a table begins with a byte-order mark and its header, and ends every line with CRLF", () => {
  const columns = { name: (row: { zh: string }) => row.zh, ...labelColumns("title", () => null) };
  expect(csvOf(columns, [{ zh: "诸暨" }], true)).toBe("\uFEFFname,title_zh,title_en\r\n诸暨,,\r\n");
  expect(csvOf(columns, [{ zh: "德清" }], false)).toBe("德清,,\r\n");
});

test("a table without rows is its header", () => {
  expect(csvOf(one, [], true)).toBe("\uFEFFa\r\n");
});

test("quotes stand round what would break a row, and are doubled inside", () => {
  expect(written('says "hello", twice')).toBe('"says ""hello"", twice"\r\n');
  expect(written("two\nlines")).toBe('"two\nlines"\r\n');
  expect(written("two\r\nlines")).toBe('"two\r\nlines"\r\n');
});

test.each(["=1+1", "+86", "-1 家", "@cmd", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])(
  "a text that begins as a formula does is made harmless: %j",
  (text) => {
    expect(parse(written(text), { record_delimiter: "\r\n" })).toEqual([[`'${text}`]]);
  },
);

test("numbers stay numbers, below zero too", () => {
  expect(csvOf({ a: (n: number) => n, b: () => -0.5 }, [-3], false)).toBe("-3,-0.5\r\n");
  expect(written(740_000_000)).toBe("740000000\r\n");
});

test("what is true is TRUE, and what is missing is empty", () => {
  expect(csvOf({ a: () => true, b: () => false, c: () => null, d: () => "" }, [0], false)).toBe(
    "TRUE,FALSE,,\r\n",
  );
});

test("any texts are read back as they were written", () => {
  const sign = fc.oneof(fc.string({ unit: "grapheme", maxLength: 1 }), fc.constantFrom(..."\",;'\r\n\t \\|"));
  const harmless = fc.string({ unit: sign }).filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
      const csv = csvOf({ a: ([a]: [string, string]) => a, b: ([, b]) => b }, rows, true);
      expect(parse(csv, { bom: true, from: 2, record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});

test("columns of one thing serve rows that lead to it", () => {
  const columns = columnsVia({ size: (text: string) => text.length }, (row: { text: string }) => row.text);
  expect(csvOf(columns, [{ text: "abc" }], false)).toBe("3\r\n");
});
