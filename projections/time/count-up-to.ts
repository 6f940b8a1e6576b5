/** The number of numbers, of some in rising order, that are at most `bound`. O(log n). */
export function countUpTo(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] as number) <= bound) low = middle + 1
    else high = middle
  }
  return low
}
