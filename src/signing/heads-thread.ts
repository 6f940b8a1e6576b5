import { parentPort, workerData } from 'node:worker_threads'
import type { ForeignLog, SignedHead } from '../ledger/log/signing.ts'
import { Presence } from '../store/presence.ts'
import { sqliteCode } from '../store/sqlite-codes.ts'
import { HeadsFile } from './heads-file.ts'

/** A call of a method of {@link HeadsFile}. Answers come in the order of the calls. */
export type HeadsCall =
  | readonly ['get' | 'foreign', string]
  | readonly ['put' | 'takeOver', string, SignedHead]
  | readonly ['putForeign', string, ForeignLog]
  | readonly ['sizes']
  | readonly ['close']

/** The outcome of a call, or of opening the file; `code` is SQLite's, where it failed. */
export type HeadsAnswer =
  | { readonly answer: unknown }
  | { readonly failure: string; readonly code: number | undefined }

/** The program of the thread that has the file of signed heads, so that no disk holds up the service. */
function run(file: string, tell: (answer: HeadsAnswer) => void): (call: HeadsCall) => void {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      const answer = work()
      tell({ answer })
      return answer
    } catch (error) {
      tell({ failure: (error as Error).message, code: sqliteCode(error) })
      return undefined
    }
  }
  let heads: HeadsFile | undefined
  let presence: Presence | undefined
  attempt(() => {
    heads = new HeadsFile(file)
    presence = new Presence([file, `${file}-wal`])
  })
  return ([name, ...given]) =>
    attempt(() => {
      const method = heads?.[name] as (...given: readonly unknown[]) => unknown
      if (name === 'close') return method.call(heads)
      presence?.check()
      const answer = method.call(heads, ...given)
      // A file that was removed meanwhile has taken with it what was written.
      presence?.check()
      return answer
    })
}

if (parentPort !== null) {
  const port = parentPort
  const carryOut = run(workerData as string, (answer) => port.postMessage(answer))
  port.on('message', carryOut)
}
