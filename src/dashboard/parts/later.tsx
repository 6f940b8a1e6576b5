import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isLive } from '../state/connection.ts'
import { messages } from '../words/messages.ts'
import { Alarm } from './alarm.tsx'

type Part<P> = { readonly Shown: ComponentType<P> } | 'missing'

/** A part of the page that comes when it is first shown, or sooner where that is foreseen. */
type LaterPart<P> = ComponentType<P> & {
  /** Has it come now, to be there when it is shown. */
  readonly foresee: () => void
}

/** A part of the page that is loaded when it is first shown, again where that failed. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  let kept: Part<P> | undefined
  const loaded = async () => {
    const part = { Shown: await load() }
    kept = part
    return part
  }
  const foresee = () => {
    // Where it fails, it is loaded again when it is shown.
    if (kept === undefined) loaded().catch(() => undefined)
  }
  function Later(props: P) {
    const [part, setPart] = useState(kept)
    const [attempt, setAttempt] = useState(0)
    const isMissing = part === 'missing'
    const again = () => setAttempt((last) => last + 1)
    useEffect(() => {
      if (part !== undefined && part !== 'missing') return
      let isWanted = true
      loaded().then(
        (found) => isWanted && setPart(found),
        () => isWanted && setPart('missing'),
      )
      return () => {
        isWanted = false
      }
    }, [attempt])
    // The service was away, and is back.
    useEffect(() => {
      if (isMissing && isLive.value) again()
    }, [isLive.value])
    if (part === undefined) return null
    if (part !== 'missing') return <part.Shown {...props} />
    return <Alarm problem={messages.parts.notLoaded} retry={again} />
  }
  return Object.assign(Later, { foresee })
}
