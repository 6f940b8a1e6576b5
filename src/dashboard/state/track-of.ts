/** A place of the slider, and its time in milliseconds. */
export interface TrackSample {
  readonly place: number
  readonly time: number
}

/** The share of the track that is dated: the rest leads to the last place, which is now. */
const DATED = 0.985

/** The slider's track: places by time, from 0 at its beginning to 1 at its end. */
export interface Track {
  readonly last: number
  fractionOf(place: number): number
  fractionAt(time: number): number
  /** The last place at or before a fraction of the track. */
  placeAt(fraction: number): number
}

/**
 * A track of places that have times.
 *
 * @param samples by place and time; between two of them places are thought to be evenly spaced
 * @param last the last place
 */
export function trackOf(samples: readonly TrackSample[], last: number): Track {
  const first = samples[0]?.time ?? 0
  const length = Math.max(1, (samples.at(-1)?.time ?? 0) - first)
  const fractionAt = (time: number) =>
    (DATED * Math.min(Math.max(0, time - first), length)) / length
  return {
    last,
    fractionAt,
    fractionOf(place) {
      if (place >= last) return 1
      return fractionAt(between(samples, place, 'place', 'time'))
    },
    placeAt(fraction) {
      if (fraction > (1 + DATED) / 2) return last
      // A hair more, since fractions of a place come back rounded.
      const time = first + Math.ceil((fraction / DATED) * length)
      return Math.min(last, Math.floor(between(samples, time, 'time', 'place')))
    },
  }
}

type Member = keyof TrackSample

/** One member of what lies at another member's value, in a straight line between samples. */
function between(samples: readonly TrackSample[], at: number, by: Member, wanted: Member): number {
  let [low, high] = [0, samples.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((samples[middle] as TrackSample)[by] <= at) low = middle + 1
    else high = middle
  }
  const [before, after] = [samples[low - 1], samples[low]]
  if (before === undefined) return after?.[wanted] ?? 0
  if (after === undefined) return before[wanted]
  const share = (at - before[by]) / (after[by] - before[by])
  return before[wanted] + share * (after[wanted] - before[wanted])
}

/** Divides the track into equal parts. Returns the number of places in each. */
export function densityOf(track: Track, parts: number): number[] {
  const upTo = Array.from({ length: parts + 1 }, (_, part) =>
    part === parts ? track.last : track.placeAt(part / parts),
  )
  return upTo.slice(1).map((count, part) => count - (upTo[part] as number))
}
