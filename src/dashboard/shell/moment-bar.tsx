import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { later } from '../parts/later.tsx'
import { isLive, lostAt, pending } from '../state/connection.ts'
import { isNow, returnToNow, unseen } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { compares, useStart } from '../state/start.ts'
import { messages } from '../words/messages.ts'
import { MomentSlider } from './moment-slider.tsx'
import { useMomentText } from './moment-text.ts'
import { StepButtons } from './step-buttons.tsx'
import { useLate } from './use-late.ts'

const ClockChoice = later(async () => (await import('./clock-choice.tsx')).ClockChoice)
const MomentTools = later(async () => (await import('./moment-tools.tsx')).MomentTools)
const Since = later(async () => (await import('./since.tsx')).Since)
const StartSlider = later(async () => (await import('./start-slider.tsx')).StartSlider)
const TrackDrawing = later(async () => (await import('./track-drawing.tsx')).TrackDrawing)

/** Has what stands in the bar come while the ledger is read. */
export function foreseeMomentBar(): void {
  TrackDrawing.foresee()
}

/** The moment shown, on both clocks, with every way to another; what is compared, with its two ends. */
export function MomentBar() {
  const start = useStart()
  const bar = useRef<HTMLElement>(null)
  useBarHeight(bar)
  return (
    <section
      ref={bar}
      class={`moment-bar ${isNow.value ? 'at-now' : 'in-past'}`}
      aria-label={messages.shell.moment}
    >
      <div class="moment-controls">
        <StepButtons />
        <div class="moment-track">
          <TrackDrawing />
          <MomentSlider />
          {compares.value && <StartSlider />}
        </div>
        <div class="moment-tools">
          <MomentTools />
        </div>
      </div>
      {restedRoute.value.view === 'briefing' && (
        <div class="moment-since">
          {start !== undefined && <Since from={start} label={messages.shell.since} />}
        </div>
      )}
      <div class="moment-line">
        <MomentLine />
        <ClockChoice />
        <Presence />
      </div>
    </section>
  )
}

/**
 * Tells style sheets as `--bar` below which height what is to stay in sight has to stand, and as
 * `--bar-height` how high the bar is, of which a phone keeps the lower part in sight.
 */
function useBarHeight(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = bar.current
    if (own === null) return
    const tell = () => {
      const { style } = document.documentElement
      style.setProperty('--bar-height', `${own.offsetHeight}px`)
      const { position, top } = getComputedStyle(own)
      const inSight = position === 'sticky' ? own.offsetHeight + Number.parseFloat(top) : 0
      style.setProperty('--bar', `${inSight}px`)
    }
    const observer = new ResizeObserver(tell)
    observer.observe(own)
    return () => observer.disconnect()
  }, [])
}

function MomentLine() {
  const { when, what } = useMomentText()
  // The slider tells of its own steps; those of buttons, keys and links are told here.
  const isBySlider = document.activeElement?.matches('[type="range"]')
  return (
    <p class="moment-text">
      <strong aria-live={isBySlider ? 'off' : 'polite'}>
        {isNow.value ? messages.shell.nowTitle : messages.shell.asOfMoment(when)}
      </strong>
      {isNow.value && <span>{when}</span>}
      <span class="moment-what">{what}</span>
    </p>
  )
}

/** Tells if the page follows the ledger, waits for the service, or stands in the past. */
function Presence() {
  const isWaiting = useLate(pending.value > 0 || undefined)
  const isLost = lostAt.value !== undefined
  return (
    <p class="presence" role="status">
      {isWaiting && <span>{messages.shell.waiting}</span>}
      {(isNow.value || isLost) && (
        <span class={`live ${isLive.value ? 'on' : 'off'}`}>
          {isLive.value
            ? messages.shell.live
            : isLost
              ? messages.shell.notConnected
              : messages.shell.connecting}
        </span>
      )}
      {!isNow.value && (
        <>
          {unseen.value > 0 && (
            <button type="button" class="pill" onClick={returnToNow}>
              {messages.shell.newEntries(unseen.value)}
            </button>
          )}
          <button type="button" class="return" onClick={returnToNow}>
            {messages.shell.returnToNow}
          </button>
        </>
      )}
    </p>
  )
}
