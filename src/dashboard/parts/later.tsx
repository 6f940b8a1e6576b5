import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { isLive } from '../state/connection.ts'
import { messages } from '../words/messages.ts'
import { Alarm } from './alarm.tsx'

type Part<P> = { readonly Shown: ComponentType<P> } | 'missing'

/** A part of the page that is loaded when it is first shown, again where that failed. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let kept: Part<P> | undefined
  return function Later(props: P) {
    const [part, setPart] = useState(kept)
    const [attempt, setAttempt] = useState(0)
    const isMissing = part === 'missing'
    const again = () => setAttempt((last) => last + 1)
    useEffect(() => {
      if (part !== undefined && part !== 'missing') return
      let isWanted = true
      load().then(
        (Shown) => {
          kept = { Shown }
          if (isWanted) setPart(kept)
        },
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
}
