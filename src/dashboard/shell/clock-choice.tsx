import { DropDown } from '../parts/drop-down.tsx'
import { type AxisName, clock } from '../state/moment.ts'
import { go } from '../state/route.ts'
import { messages } from '../words/messages.ts'

const CLOCKS: readonly AxisName[] = ['known', 'happened']

/** The one of the two times that the slider follows. The moment stays as it is. */
export function ClockChoice() {
  return (
    <DropDown class="clock-choice" label={messages.shell.clocks[clock.value]}>
      <div class="clock-sheet">
        <fieldset class="segmented">
          <legend class="visually-hidden">{messages.shell.sliderFollows}</legend>
          {CLOCKS.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="clock"
                checked={clock.value === one}
                onChange={() =>
                  go({ query: { clock: one === 'known' ? undefined : one } }, 'replace')
                }
              />
              <span>{messages.shell.clocks[one]}</span>
            </label>
          ))}
        </fieldset>
        <p>{messages.shell.twoTimes}</p>
        <p class="track-legend">
          {messages.shell.aboveSlider}:{' '}
          <span class="key-entries">{messages.shell.trackEntries}</span>,{' '}
          <span class="key-moves">{messages.shell.trackMoves}</span>,{' '}
          <span class="key-meeting">{messages.shell.trackMeetings}</span>,{' '}
          <span class="key-revision">{messages.shell.trackRevisions}</span>.
        </p>
      </div>
    </DropDown>
  )
}
