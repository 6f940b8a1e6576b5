import { Dialog } from '../parts/dialog.tsx'
import { overlay } from '../state/overlay.ts'
import { singleKeys } from '../state/preferences.ts'
import { messages } from '../words/messages.ts'
import { KEYS } from './key-table.ts'

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Meta: '⌘',
  k: 'K',
  n: 'N',
}

/** The keys of a group, with what each does. */
function rowsOf(group: keyof typeof KEYS): { keys: readonly string[]; does: string }[] {
  const titles: Readonly<Record<string, string>> = messages.keys.actions[group]
  return Object.entries(KEYS[group]).map(([action, keys]) => ({ keys, does: titles[action] ?? '' }))
}

/** Every key that the page reads, from the table by which it reads them. */
export function KeySheet() {
  return (
    <Dialog
      label={messages.keys.keys}
      class="key-sheet"
      onClose={() => {
        overlay.value = undefined
      }}
    >
      <h2>{messages.keys.keys}</h2>
      <div class="key-groups">
        {Object.entries(messages.keys.groups).map(([group, title]) => (
          <section key={group}>
            <h3>{title}</h3>
            <dl>
              {rowsOf(group as keyof typeof KEYS).map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key, place) => (
                      <span key={key}>
                        {place > 0 && ` ${messages.terms.or} `}
                        <Key name={key} />
                      </span>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => {
            singleKeys.value = event.currentTarget.checked
          }}
        />{' '}
        {messages.keys.singleKeys}
      </label>
    </Dialog>
  )
}

function Key({ name }: { name: string }) {
  return name
    .split('+')
    .map((part, place) => [place > 0 && ' ', <kbd key={part}>{SHOWN[part] ?? part}</kbd>])
}
