import type { Io } from './io.ts'

/** One line on the terminal that says how far a long piece of work has come. */
export interface Progress {
  show(text: string): void
  /** Takes the line away. */
  clear(): void
}

/** The interval at which the line may change, in milliseconds. */
const RHYTHM = 100

/** A line on stderr where that is a terminal; nothing elsewhere, so that no log fills with it. */
export function progressOn({ stderr, quiet }: Pick<Io, 'stderr' | 'quiet'>): Progress {
  if (quiet || stderr.isTTY !== true) return { show() {}, clear() {} }
  let shown = 0
  return {
    show(text) {
      if (Date.now() - shown < RHYTHM) return
      shown = Date.now()
      stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`)
    },
    clear() {
      if (shown > 0) stderr.write('\r\u001b[2K')
      shown = 0
    },
  }
}

/** A step of a pipeline that shows how much of a file is written, after the bytes that it had. */
export function showingSize(progress: Progress, before = 0) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let written = before
    for await (const chunk of chunks) {
      written += chunk.length
      progress.show(`${(written / 1024 ** 2).toFixed(1)} MiB written`)
      yield chunk
    }
  }
}
