import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

/** Pixels for each point of paper: 96 to the inch, of which a point is a 72nd. */
const SCALE = 96 / 72

/** The part of the library that is used here. */
interface Pdf {
  readonly GlobalWorkerOptions: { workerSrc: string }
  getDocument(source: { readonly data: Uint8Array }): {
    readonly promise: Promise<{
      getPage(number: number): Promise<{
        getViewport(options: { readonly scale: number }): { width: number; height: number }
        render(options: object): { readonly promise: Promise<void> }
      }>
    }>
  }
}

/**
 * Draws the first page of a PDF as a PNG.
 *
 * @param page a page of a browser, which draws it
 */
export async function drawFirstPage(page: Page, pdf: Buffer): Promise<Buffer> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const built = (name: string) => readFileSync(join(folder, 'build', name), 'utf8')
  const asked = { library: built('pdf.min.mjs'), worker: built('pdf.worker.min.mjs'), scale: SCALE }
  const png = await page.evaluate(
    async ({ library, worker, scale, base64 }) => {
      const urlOf = (script: string) =>
        URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
      const pdf: Pdf = await import(urlOf(library))
      pdf.GlobalWorkerOptions.workerSrc = urlOf(worker)
      const data = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
      const first = await (await pdf.getDocument({ data }).promise).getPage(1)
      const viewport = first.getViewport({ scale })
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: viewport.width, height: viewport.height })
      await first.render({ canvas, viewport }).promise
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    },
    { ...asked, base64: pdf.toString('base64') },
  )
  return Buffer.from(png, 'base64')
}
