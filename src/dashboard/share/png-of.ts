import { messages } from '../words/messages.ts'

/** The pixels of a file for each unit of a drawing. */
const SCALE = 2

/** A drawing of its own size as a picture of pixels. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  // Pictures may come from the page's own origin or be data: see the policy of the page.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  canvas.toBlob((blob) => {
    if (blob === null) reject(new Error(messages.share.notDrawn))
    else resolve(blob)
  })
  return promise
}
