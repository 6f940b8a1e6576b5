import { DropDown } from '../parts/drop-down.tsx'
import { type AxisName, clock } from '../state/moment.ts'
import { go } from '../state/route.ts'

const CLOCKS: readonly { readonly clock: AxisName; readonly label: string }[] = [
  { clock: 'known', label: 'When we knew' },
  { clock: 'happened', label: 'When it happened' },
]

/** The one of the two times that the slider follows. The moment stays as it is. */
export function ClockChoice() {
  const own = CLOCKS.find((one) => one.clock === clock.value)
  return (
    <DropDown class="clock-choice" label={own?.label}>
      <div class="clock-sheet">
        <fieldset class="segmented">
          <legend class="visually-hidden">The slider follows</legend>
          {CLOCKS.map((one) => (
            <label key={one.clock}>
              <input
                type="radio"
                name="clock"
                checked={clock.value === one.clock}
                onChange={() =>
                  go({ query: { clock: one.clock === 'known' ? undefined : one.clock } }, 'replace')
                }
              />
              <span>{one.label}</span>
            </label>
          ))}
        </fieldset>
        <p>
          An entry has two times, when it happened in the world (valid time) and when it was
          recorded (transaction time): the slider follows one of them, and what is shown is the
          world of the moment as far as the ledger knew it then.
        </p>
        <p class="track-legend">
          Above the slider: <span class="key-entries">entries</span>,{' '}
          <span class="key-moves">positions that changed</span>,{' '}
          <span class="key-meeting">meetings</span>,{' '}
          <span class="key-revision">revisions of drafts</span>.
        </p>
      </div>
    </DropDown>
  )
}
