import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { actionOf, type KeyAction } from '../keys/key-table.ts'

/** The place at which each key leads from a cell, in a grid of rows and columns. */
const MOVES: { readonly [A in KeyAction<'matrix'>]: (at: Place, last: Place) => Place } = {
  right: ([row, column]) => [row, column + 1],
  left: ([row, column]) => [row, column - 1],
  down: ([row, column]) => [row + 1, column],
  up: ([row, column]) => [row - 1, column],
  rowStart: ([row]) => [row, 0],
  rowEnd: ([row], [, column]) => [row, column],
  first: () => [0, 0],
  last: (_, last) => last,
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
    if (event.shiftKey) return
    const td = (event.target as Element).closest('td')
    const action = actionOf('matrix', event)
    // Rows that only name a group have no cells.
    const rows = [...(body.current?.rows ?? [])].filter(({ cells }) => cells.length > 1)
    if (td === null || action === undefined) return
    event.preventDefault()
    const row = rows.indexOf(td.parentElement as HTMLTableRowElement)
    // The first cell of a row is its header.
    const last = [rows.length - 1, (rows[row]?.cells.length ?? 0) - 2] as const
    const [nextRow, nextColumn] = MOVES[action]([row, td.cellIndex - 1], last)
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
