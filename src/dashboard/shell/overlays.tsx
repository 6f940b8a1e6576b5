import { later } from '../parts/later.tsx'
import { overlay } from '../state/overlay.ts'
import { messages } from '../words/messages.ts'

const Palette = later(async () => (await import('../palette/palette.tsx')).Palette)
const KeySheet = later(async () => (await import('../keys/key-sheet.tsx')).KeySheet)

/** The dialogue over the page, loaded when it is first asked for. */
export function Overlays() {
  if (overlay.value === 'palette') return <Palette />
  return overlay.value === 'keys' ? <KeySheet /> : null
}

/** The ways to the dialogues without a key. */
export function OverlayButtons() {
  return (
    <>
      <button
        type="button"
        class="find-anything"
        title={messages.shell.findAnything}
        onClick={() => {
          overlay.value = 'palette'
        }}
      >
        <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true">
          <path d="M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.4 10.4 14 14" />
        </svg>
        <span>{messages.shell.find}</span>
      </button>
      <button
        type="button"
        class="quiet wide-only"
        aria-label={messages.shell.keys}
        title={messages.shell.keysByKey}
        onClick={() => {
          overlay.value = 'keys'
        }}
      >
        ?
      </button>
    </>
  )
}
