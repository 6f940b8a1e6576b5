import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** The most colours of a PNG with a palette. */
const COLOURS = 256

/**
 * Writes a screenshot with a palette of its most frequent colours, every other colour as the nearest
 * of them: about a quarter of the bytes, and the same to look at.
 *
 * @param page a page that decodes the screenshot
 */
export async function withPalette(page: Page, screenshot: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await decode(page, screenshot)
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const frequent = [...counts].toSorted(([, a], [, b]) => b - a)
  const palette = frequent.slice(0, COLOURS).map(([colour]) => colour)
  const places = new Map(frequent.map(([colour]) => [colour, nearest(palette, colour)]))
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(pixels, 4 * (y * width + x))
      rows[y * (width + 1) + 1 + x] = places.get(colour) ?? 0
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, each a place in the palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => parts(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Has the browser decode a PNG to bytes of red, green, blue and alpha. */
async function decode(page: Page, png: Buffer) {
  const { width, height, base64 } = await page.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      let bytes = ''
      for (let at = 0; at < data.length; at += 8192) {
        bytes += String.fromCharCode(...data.subarray(at, at + 8192))
      }
      return { width: image.width, height: image.height, base64: btoa(bytes) }
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  return { width, height, pixels: Buffer.from(base64, 'base64') }
}

function colourAt(pixels: Buffer, at: number): number {
  return pixels.readUIntBE(at, 3)
}

function parts(colour: number): [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}

/** The place in the palette of the colour that is nearest, by the sum of squared differences. */
function nearest(palette: readonly number[], colour: number): number {
  const wanted = parts(colour)
  let best = { place: 0, distance: Number.POSITIVE_INFINITY }
  for (const [place, known] of palette.entries()) {
    const given = parts(known)
    const distance = given.reduce((sum, part, n) => sum + (part - (wanted[n] as number)) ** 2, 0)
    if (distance < best.distance) best = { place, distance }
  }
  return best.place
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
