import { badInput } from "../errors.js";
import type { BoxFilter, NearFilter } from "./places.js";

/** Half the way round the globe: farther is nothing. */
export const MAX_KILOMETRES = 20_000;

/** @throws {AppError} BAD_USER_INPUT naming the argument that is off the globe or out of range. */
export function parseNear(path: string, near: NearFilter | null | undefined): NearFilter | undefined {
  if (near == null) return undefined;
  const { latitude, longitude, withinKilometres } = near;
  assertBetween(`${path}.latitude`, latitude, -90, 90);
  assertBetween(`${path}.longitude`, longitude, -180, 180);
  if (withinKilometres > 0 && withinKilometres <= MAX_KILOMETRES)
    return { latitude, longitude, withinKilometres };
  throw badInput(`${path}.withinKilometres`, withinKilometres, {
    zh: `应大于0，且不超过${MAX_KILOMETRES}。`,
    en: `it must be above 0 and at most ${MAX_KILOMETRES}.`,
  });
}

/** @throws {AppError} BAD_USER_INPUT as above, or when the box is upside down. */
export function parseBox(path: string, box: BoxFilter | null | undefined): BoxFilter | undefined {
  if (box == null) return undefined;
  const { south, west, north, east } = box;
  assertBetween(`${path}.south`, south, -90, 90);
  assertBetween(`${path}.north`, north, -90, 90);
  assertBetween(`${path}.west`, west, -180, 180);
  assertBetween(`${path}.east`, east, -180, 180);
  if (south <= north) return { south, west, north, east };
  throw badInput(`${path}.south`, south, {
    zh: `大于north（${north}）。`,
    en: `it is above \`north\`, ${north}.`,
  });
}

function assertBetween(path: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw badInput(path, value, {
    zh: `应在${least}到${most}之间。`,
    en: `it must be between ${least} and ${most}.`,
  });
}
