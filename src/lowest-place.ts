/** Binary search: the first place from `from` on that is reached, or `to` where none before it is. Behind one that is, all are. */
export function lowestPlace(from: number, to: number, isReached: (place: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
