import { expect, test } from "vitest";
import { TagRow } from "../../src/database/rows/vocabulary-rows.js";
import { openTestStorage } from "../support/storage.js";

const aTag = (key: string) => ({ id: key, key, position: 0, nameZh: key, nameEn: key });

test("a concurrent writer can neither join nor lose another's transaction", async () => {
  const { unitOfWork, reader } = await openTestStorage();
  const slowAndFailing = unitOfWork.run(async ({ manager }) => {
    await manager.insert(TagRow, aTag("lost"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new Error("the work failed");
  });
  const other = unitOfWork.run(({ manager }) => manager.insert(TagRow, aTag("kept")));
  await expect(slowAndFailing).rejects.toThrow("the work failed");
  await other;
  const [rows] = await reader.snapshot([{ text: "SELECT key FROM tag" }]);
  expect(rows).toEqual([{ key: "kept" }]);
});

test("a reader never sees uncommitted rows", async () => {
  const { unitOfWork, reader } = await openTestStorage();
  const count = async () => (await reader.snapshot([{ text: "SELECT COUNT(*) AS n FROM tag" }]))[0]?.[0]?.n;
  let during: unknown;
  await unitOfWork.run(async ({ manager }) => {
    await manager.insert(TagRow, aTag("craft"));
    during = await count();
  });
  expect(during).toBe(0);
  expect(await count()).toBe(1);
});

test("a transaction that changes something raises the revision by one and lists each change once", async () => {
  const { unitOfWork, changeLog } = await openTestStorage();
  await unitOfWork.run(async ({ changed }) => {
    changed("case", "a");
    changed("vocabulary", "b");
    changed("case", "a");
    await Promise.resolve();
  });
  await unitOfWork.run(async ({ changed }) => {
    changed("case", "c");
    await Promise.resolve();
  });
  expect(await changeLog.contentRevision()).toBe(2);
  const changes = await changeLog.changesAfter(0, 100);
  expect(changes.map(({ contentRevision, kind, rowId }) => [contentRevision, kind, rowId])).toEqual([
    [1, "case", "a"],
    [1, "vocabulary", "b"],
    [2, "case", "c"],
  ]);
  expect((await changeLog.changesAfter(0, 1)).map(({ rowId }) => rowId)).toEqual(["a", "b"]);
});

test("a transaction that fails leaves no revision and no change behind", async () => {
  const { unitOfWork, changeLog } = await openTestStorage();
  const failing = unitOfWork.run(({ changed }) => {
    changed("case", "a");
    return Promise.reject(new Error("no"));
  });
  await expect(failing).rejects.toThrow("no");
  expect(await changeLog.contentRevision()).toBe(0);
  expect(await changeLog.changesAfter(0, 10)).toEqual([]);
});
