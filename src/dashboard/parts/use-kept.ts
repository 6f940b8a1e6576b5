import { useRef } from 'preact/hooks'

/** A list as it was before, for as long as its items are the same objects. */
export function useKept<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list)
  const isSame =
    kept.current.length === list.length && kept.current.every((item, place) => item === list[place])
  if (!isSame) kept.current = list
  return kept.current
}
