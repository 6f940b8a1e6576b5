import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { messages } from '../words/messages.ts'

interface Props {
  readonly label: string
  readonly class?: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/**
 * The browser's own modal dialogue: the page behind is out of reach, Esc closes it, and whoever had the
 * focus has it again.
 */
export function Dialog({ label, class: className = '', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const own = dialog.current
    own?.showModal()
    // Before it leaves the page, so that the focus goes back.
    return () => own?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same.
    <dialog
      class={`dialog ${className}`}
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close()
      }}
    >
      <div class="dialog-body">
        {children}
        <p class="dialog-foot">
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            {messages.parts.close}
          </button>
        </p>
      </div>
    </dialog>
  )
}
