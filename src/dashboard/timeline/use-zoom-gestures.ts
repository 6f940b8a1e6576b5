import type { ScaleTime } from 'd3-scale'
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { CLOSEST, type ZoomSpan, zoomed } from './span.ts'

/** A shorter drag is a click. */
const LEAST = 8

/** The logarithm of the factor by which the wheel zooms for each pixel. */
const WHEEL = 0.002

type Brush = readonly [number, number]

/**
 * Zooms by the mouse: a drag into what it goes over, Ctrl or ⌘ and the wheel around the pointer; the
 * wheel sideways moves. Without Ctrl or ⌘ the wheel scrolls the page, as everywhere.
 *
 * @returns where a drag is, from which x to which
 */
export function useZoomGestures(
  frame: RefObject<HTMLElement | null>,
  scale: ScaleTime<number, number>,
  shown: ZoomSpan,
  onZoom: (span: ZoomSpan) => void,
): Brush | undefined {
  const [brush, setBrush] = useState<Brush>()
  const latest = useRef({ scale, shown, onZoom })
  latest.current = { scale, shown, onZoom }
  useEffect(() => {
    const own = frame.current
    if (own === null) return
    const ending = new AbortController()
    const { signal } = ending
    const xOf = (event: MouseEvent) => event.clientX - own.getBoundingClientRect().left
    const timeAt = (x: number) => Number(latest.current.scale.invert(x))
    let from: number | undefined
    let to = 0
    const begin = (event: PointerEvent) => {
      const [left = 0] = latest.current.scale.range()
      if (event.button !== 0 || event.pointerType === 'touch' || xOf(event) < left) return
      from = to = xOf(event)
    }
    const move = (event: PointerEvent) => {
      if (from === undefined) return
      to = xOf(event)
      if (Math.abs(to - from) < LEAST) return
      own.setPointerCapture(event.pointerId)
      setBrush([from, to])
    }
    const end = () => {
      if (from === undefined) return
      const [left, right] = [timeAt(Math.min(from, to)), timeAt(Math.max(from, to))]
      if (Math.abs(to - from) >= LEAST) {
        const middle = (left + right) / 2
        const half = Math.max(CLOSEST, right - left) / 2
        latest.current.onZoom([middle - half, middle + half])
      }
      from = undefined
      setBrush(undefined)
    }
    const giveUp = () => {
      from = undefined
      setBrush(undefined)
    }
    const turn = (event: WheelEvent) => {
      const { shown: span, onZoom: zoom } = latest.current
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        zoom(zoomed(span, Math.exp(event.deltaY * WHEEL), timeAt(xOf(event))))
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault()
        const by = timeAt(event.deltaX) - timeAt(0)
        zoom([span[0] + by, span[1] + by])
      }
    }
    own.addEventListener('pointerdown', begin, { signal })
    own.addEventListener('pointermove', move, { signal })
    own.addEventListener('pointerup', end, { signal })
    own.addEventListener('pointercancel', giveUp, { signal })
    own.addEventListener('wheel', turn, { signal, passive: false })
    return () => ending.abort()
  }, [])
  return brush
}
