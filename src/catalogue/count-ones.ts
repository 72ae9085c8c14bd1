/**
 * The number of ones that two lists of as many words have in the same places. Eight words are added bit by bit before
 * any is counted, in two thirds of the time (Harley and Seal's method; Hacker's Delight, figure 5–9).
 */
export function onesInBoth(a: Uint32Array, b: Uint32Array): number {
  const both = (place: number): number => (a[place] ?? 0) & (b[place] ?? 0);
  let [ones, twos, fours, eights] = [0, 0, 0, 0];
  let place = 0;
  for (; place + 8 <= a.length; place += 8) {
    // Each step adds two words to a sum: what is left over, and what is carried.
    let x = both(place);
    let y = both(place + 1);
    const twosA = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    x = both(place + 2);
    y = both(place + 3);
    const twosB = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    const foursA = (twos & twosA) | ((twos ^ twosA) & twosB);
    twos ^= twosA ^ twosB;
    x = both(place + 4);
    y = both(place + 5);
    const twosC = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    x = both(place + 6);
    y = both(place + 7);
    const twosD = (ones & x) | ((ones ^ x) & y);
    ones ^= x ^ y;
    const foursB = (twos & twosC) | ((twos ^ twosC) & twosD);
    twos ^= twosC ^ twosD;
    eights += onesIn((fours & foursA) | ((fours ^ foursA) & foursB));
    fours ^= foursA ^ foursB;
  }
  let sum = 8 * eights + 4 * onesIn(fours) + 2 * onesIn(twos) + onesIn(ones);
  for (; place < a.length; place++) sum += onesIn(both(place));
  return sum;
}

/** The number of ones in 32 bits (H. S. Warren, Hacker's Delight, §5–1). */
function onesIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
