import { messages } from '../words/messages.ts'
import { chooseMoment, MomentField } from './moment-field.tsx'
import { MomentJump } from './moment-jump.tsx'

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
    </>
  )
}
