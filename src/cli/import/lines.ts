import type { Readable } from 'node:stream'

/** The lines of a response, as they come; a rest without a line feed is one too. */
export async function* linesOfReply(response: Readable): AsyncGenerator<string, void> {
  let rest = ''
  for await (const text of response.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}
