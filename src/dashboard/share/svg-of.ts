/** Around the picture, in pixels, and above it for its title. */
const MARGIN = 16
const HEAD = 44

/** Properties of style sheets that a drawing by itself needs as attributes. */
const DRAWN = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity'],
  ...['opacity', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'transform'],
]

/** Properties that are given even where they are `none`: a shape without a fill is black. */
const PAINTS: ReadonlySet<string> = new Set(['fill', 'stroke'])

/**
 * A part of the page as one drawing that needs no page: its drawings where they stand, with the colours
 * that they have, and its words in one line each. For pictures whose words are short.
 *
 * @param title what it shows, and as of when
 */
export function svgOf(part: Element, title: string): string {
  const box = part.getBoundingClientRect()
  const { backgroundColor, color } = getComputedStyle(document.body)
  const [width, height] = [Math.ceil(box.width) + 2 * MARGIN, Math.ceil(box.height) + HEAD + MARGIN]
  const root = element('svg', {
    ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}` },
    ...{ width, height, 'font-family': 'sans-serif' },
  })
  const heading = element('text', {
    ...{ x: MARGIN, y: 27, 'font-size': 15, 'font-weight': 'bold', fill: color },
  })
  heading.textContent = title
  root.append(element('rect', { width, height, fill: backgroundColor }), heading)
  const origin = { x: box.left - MARGIN, y: box.top - HEAD }
  for (const drawing of part.querySelectorAll('svg')) {
    if (isSeen(drawing)) root.append(drawn(drawing, origin))
  }
  root.append(...wordsIn(part, origin))
  return `${new XMLSerializer().serializeToString(root)}\n`
}

interface Origin {
  readonly x: number
  readonly y: number
}

function drawn(drawing: SVGSVGElement, { x, y }: Origin): Element {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const copies = [...copy.querySelectorAll('*')]
  for (const [place, shape] of [...drawing.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(shape)
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name)
      const isToSay = PAINTS.has(name) || (value !== '' && value !== 'none')
      if (isToSay) copies[place]?.setAttribute(name, value || 'none')
    }
  }
  for (const one of [copy, ...copies]) {
    one.removeAttribute('class')
    one.removeAttribute('style')
  }
  const { left, top, width, height } = drawing.getBoundingClientRect()
  for (const [name, value] of Object.entries({ x: left - x, y: top - y, width, height })) {
    copy.setAttribute(name, String(value))
  }
  return copy
}

/** The words of a part of the page beside its drawings, as they are seen. */
function* wordsIn(part: Element, { x, y }: Origin): Generator<Element> {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (words === '' || parent === null || parent.closest('svg, button.quiet, .visually-hidden')) {
      continue
    }
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width === 0 || !isSeen(parent)) continue
    const { fontSize, fontWeight, color } = getComputedStyle(parent)
    const text = element('text', {
      ...{ x: box.left - x, y: box.top - y + box.height * 0.78, fill: color },
      ...{ 'font-size': fontSize, 'font-weight': fontWeight },
    })
    text.textContent = fitting(words, box.width, clipOf(parent) - box.left)
    yield text
  }
}

/** The right edge of what cuts off the words of an element. */
function clipOf(parent: Element): number {
  const cut = parent.closest('.multiple-title, .multiple-value') ?? parent
  return cut.getBoundingClientRect().right
}

/** As many of the words as there is room for. */
function fitting(words: string, width: number, room: number): string {
  if (width <= room + 1) return words
  const letters = [...words]
  return `${letters.slice(0, Math.floor((letters.length * room) / width) - 1).join('')}…`
}

function isSeen(one: Element): boolean {
  return one.getClientRects().length > 0
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [each, value] of Object.entries(attributes)) made.setAttribute(each, String(value))
  return made
}
