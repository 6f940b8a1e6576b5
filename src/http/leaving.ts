import type { FastifyReply } from 'fastify'

/** The client has gone without the whole reply: what was done for it is given up. */
export class ClientLeft extends Error {
  constructor() {
    super('nobody waits for the answer any more')
    this.name = 'ClientLeft'
  }
}

/**
 * A signal that is aborted once the client has gone without the whole reply. Work that goes on for
 * more than a moment looks at it.
 */
export function leavingOf({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  const leave = () => {
    if (!raw.writableFinished) leaving.abort(new ClientLeft())
  }
  if (raw.closed) leave()
  else raw.once('close', leave)
  return leaving.signal
}
