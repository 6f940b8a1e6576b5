import { type AxisName, clock } from '../state/moment.ts'
import { go } from '../state/route.ts'

const CLOCKS: readonly { readonly clock: AxisName; readonly label: string }[] = [
  { clock: 'known', label: 'When we knew' },
  { clock: 'happened', label: 'When it happened' },
]

/** The one of the two times that the slider follows. The moment stays as it is. */
export function ClockSwitch() {
  return (
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
  )
}
