import { afterAll, beforeAll, expect, test } from "vitest";
import { runSupportScript } from "../support/own-process.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import { stopService, titleIn } from "../support/running-service.js";

let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject();
});
afterAll(() => {
  copy.remove();
});

test("a service answers, and stops, while changes come faster than it can index them", async () => {
  const service = copy.run("main.js");
  await service.says(/API/);
  const writer = runSupportScript("publish-titles.ts", ["0"], { EXEMPLAR_DATA_DIR: copy.dataDir });
  await writer.says(/published 40/);
  for (let round = 0; round < 2; round++) {
    expect(await titleIn(service, "zhuji-hosiery-town")).toMatch(/^第\d+版$/);
  }
  expect(await stopService(service)).toBe(0);
  writer.process.kill("SIGTERM");
  expect((await writer.ended).code).toBe(0);
});
