import { kilometresBetween, type Point } from "./distance.js";

/** Within so many kilometres of a point. */
export interface NearFilter extends Point {
  readonly withinKilometres: number;
}

/** A box of a map, in degrees; `west` is greater than `east` where it lies over the 180th meridian. */
export interface BoxFilter {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Where something may have to lie. */
export interface PlaceFilter {
  readonly near?: NearFilter | undefined;
  readonly within?: BoxFilter | undefined;
}

/** A place that is not known lies nowhere. */
export function isInPlace(point: Point | null, { near, within }: PlaceFilter): boolean {
  if (near !== undefined && (point === null || !isNear(point, near))) return false;
  return within === undefined || (point !== null && isWithin(point, within));
}

/** The same of many places, by their degrees; NaN: not known. */
export function placeTest(filter: PlaceFilter): (latitude: number, longitude: number) => boolean {
  const { near } = filter;
  // Nothing is nearer than its parallel is.
  const mostDegrees = near === undefined ? Infinity : near.withinKilometres / KILOMETRES_A_DEGREE + 0.001;
  return (latitude, longitude) =>
    !Number.isNaN(latitude) &&
    (near === undefined || Math.abs(latitude - near.latitude) <= mostDegrees) &&
    isInPlace({ latitude, longitude }, filter);
}

/** Of latitude. */
const KILOMETRES_A_DEGREE = 111.19;

function isNear(point: Point, near: NearFilter): boolean {
  return kilometresBetween(point, near) <= near.withinKilometres;
}

function isWithin({ latitude, longitude }: Point, { south, west, north, east }: BoxFilter): boolean {
  if (latitude < south || latitude > north) return false;
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}
