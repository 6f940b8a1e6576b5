import { ownZone, zone } from '../state/preferences.ts'
import { messages } from '../words/messages.ts'

const ZONES = Intl.supportedValuesOf('timeZone')

/** In whose time of day instants are shown. */
export function ZoneSelect() {
  const own = ownZone()
  return (
    <label class="field-inline">
      <span class="visually-hidden">{messages.shell.timeZone}</span>
      <select value={zone.value} onChange={(event) => (zone.value = event.currentTarget.value)}>
        <option value={own}>{messages.shell.yourZone(own)}</option>
        {own !== 'UTC' && <option value="UTC">UTC</option>}
        <optgroup label={messages.shell.allZones}>
          {ZONES.filter((name) => name !== own && name !== 'UTC').map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
