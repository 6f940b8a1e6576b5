import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** The place at which each key leads from a cell, in a grid of rows and columns. */
const MOVES: Readonly<Record<string, (at: Place, last: Place) => Place>> = {
  ArrowRight: ([row, column]) => [row, column + 1],
  ArrowLeft: ([row, column]) => [row, column - 1],
  ArrowDown: ([row, column]) => [row + 1, column],
  ArrowUp: ([row, column]) => [row - 1, column],
  Home: ([row]) => [row, 0],
  End: ([row], [, column]) => [row, column],
  'Ctrl Home': () => [0, 0],
  'Ctrl End': (_, last) => last,
}

type Place = readonly [row: number, column: number]

/**
 * One Tab stop for the cells of a table, among which keys move (the grid pattern of the ARIA
 * Authoring Practices). Which cell it is stands in the page alone: a step of the slider has no more
 * to do for it.
 */
export function useRoving(body: RefObject<HTMLTableSectionElement | null>) {
  useEffect(() => {
    if (stopOf(body.current) === null) makeStop(body.current?.querySelector('.cell') ?? null)
  })
  const onFocusIn = ({ target }: FocusEvent) => {
    const cell = (target as Element).closest<HTMLElement>('.cell')
    const stop = stopOf(body.current)
    if (cell === null || cell === stop) return
    if (stop !== null) stop.tabIndex = -1
    makeStop(cell)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.shiftKey) return
    const td = (event.target as Element).closest('td')
    const move = MOVES[`${event.ctrlKey ? 'Ctrl ' : ''}${event.key}`]
    // Rows that only name a group have no cells.
    const rows = [...(body.current?.rows ?? [])].filter(({ cells }) => cells.length > 1)
    if (td === null || move === undefined) return
    event.preventDefault()
    const row = rows.indexOf(td.parentElement as HTMLTableRowElement)
    // The first cell of a row is its header.
    const last = [rows.length - 1, (rows[row]?.cells.length ?? 0) - 2] as const
    const [nextRow, nextColumn] = move([row, td.cellIndex - 1], last)
    const next = rows[nextRow]?.cells[nextColumn + 1]?.querySelector<HTMLElement>('.cell')
    next?.focus({ preventScroll: true })
    // No further than need be, so that the heads of the table stay in sight.
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return { onFocusIn, onKeyDown }
}

function stopOf(body: HTMLElement | null): HTMLElement | null {
  return body?.querySelector<HTMLElement>('.cell[tabindex="0"]') ?? null
}

function makeStop(cell: HTMLElement | null): void {
  if (cell !== null) cell.tabIndex = 0
}
