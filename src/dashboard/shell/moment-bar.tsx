import { isLive } from '../state/live.ts'
import { isNow, returnToNow, unseen } from '../state/moment.ts'
import { ClockSwitch } from './clock-switch.tsx'
import { DateField } from './date-field.tsx'
import { MomentSlider } from './moment-slider.tsx'
import { useMomentText } from './moment-text.ts'
import { StepButtons } from './step-buttons.tsx'

/** The moment shown, on both clocks, with every way to another. */
export function MomentBar() {
  return (
    <section class={`moment-bar ${isNow.value ? 'at-now' : 'in-past'}`} aria-label="Moment">
      <div class="moment-controls">
        <ClockSwitch />
        <StepButtons />
        <MomentSlider />
        <DateField />
      </div>
      <div class="moment-line">
        <MomentLine />
        <Presence />
      </div>
    </section>
  )
}

function MomentLine() {
  const { when, what } = useMomentText()
  return (
    <p class="moment-text">
      <strong>{isNow.value ? 'Now' : `As of ${when}`}</strong>
      <span class="moment-what">{isNow.value ? `${when}: ${what}` : what}</span>
    </p>
  )
}

function Presence() {
  return (
    <p class="presence" role="status">
      {isNow.value ? (
        <span class={`live ${isLive.value ? 'on' : 'off'}`}>
          {isLive.value ? 'Live' : 'Not connected'}
        </span>
      ) : (
        <>
          {unseen.value > 0 && (
            <button type="button" class="pill" onClick={returnToNow}>
              {unseen.value} new
            </button>
          )}
          <button type="button" class="return" onClick={returnToNow}>
            Return to now
          </button>
        </>
      )}
    </p>
  )
}
