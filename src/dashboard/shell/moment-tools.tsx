import { useEffect, useRef, useState } from 'preact/hooks'
import { isNow, rested } from '../state/moment.ts'
import { messages } from '../words/messages.ts'
import { chooseMoment, MomentField } from './moment-field.tsx'
import { MomentJump } from './moment-jump.tsx'
import { useMomentText } from './moment-text.ts'

/** The ways to a moment by its name: typed, or chosen from a list. */
export function MomentTools() {
  return (
    <>
      <MomentField />
      <MomentJump
        label={messages.shell.goToMoment}
        title={messages.shell.goTo}
        spans
        choose={chooseMoment}
      />
      <MomentTold />
    </>
  )
}

/**
 * Tells whoever hears the page where a step led, once it rests: those of the buttons, of keys and of
 * links. The slider tells of its own.
 */
function MomentTold() {
  const { when } = useMomentText()
  const [told, setTold] = useState('')
  const last = useRef('')
  const at = rested.value
  const words = isNow.value ? messages.shell.nowTitle : messages.shell.asOfMoment(when)
  useEffect(() => {
    const isFirst = last.current === ''
    const isBySlider = document.activeElement?.matches('[type="range"]') ?? false
    last.current = words
    if (!isFirst) setTold(isBySlider ? '' : words)
  }, [at])
  return (
    <span class="visually-hidden" role="status">
      {told}
    </span>
  )
}
