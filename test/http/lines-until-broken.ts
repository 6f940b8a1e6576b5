import type { IncomingMessage } from 'node:http'

/** The lines of a response; where its connection breaks they end, without what is no whole line. */
export async function* linesUntilBroken(response: IncomingMessage): AsyncGenerator<string, void> {
  let rest = ''
  try {
    for await (const text of response.setEncoding('utf8')) {
      const whole = (rest + text).split('\n')
      rest = whole.pop() as string
      yield* whole
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
  }
}
