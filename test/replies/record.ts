// Preloaded into a service: records every reply in a file, a line each, before it
// goes on. An empty REPLIES_FILE: none is recorded.
import { appendFileSync } from 'node:fs'
import { observeReplies } from './observe.ts'

const file = process.env.REPLIES_FILE
if (file) {
  observeReplies((reply) => appendFileSync(file, `${JSON.stringify(reply)}\n`))
}
