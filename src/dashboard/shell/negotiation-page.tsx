import { useEffect } from 'preact/hooks'
import { Badge } from '../parts/badge.tsx'
import { later } from '../parts/later.tsx'
import { damage, failure, isEmpty, ledger, progress } from '../state/ledger.ts'
import { misread } from '../state/misread.ts'
import { moment } from '../state/moment.ts'
import { route } from '../state/route.ts'
import { useReading } from '../state/use-reading.ts'
import { plainWords } from '../words/labels.ts'
import { MomentBar } from './moment-bar.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { Panel } from './panel.tsx'
import { Tabs } from './tabs.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewOf } from './view-of.tsx'

const LogLine = later(async () => (await import('../proof/log-line.tsx')).LogLine)

/** One negotiation: when, which view, and what is looked into. */
export function NegotiationPage() {
  const { negotiation, view } = route.value
  const isReady = ledger.value !== undefined && (isEmpty.value || moment.value !== undefined)
  return (
    <>
      <a class="skip" href="#view">
        Skip to the view
      </a>
      <TopBar>{isReady ? <Title /> : negotiation}</TopBar>
      {failure.value !== undefined && (
        <p class="notice alarm" role="alert">
          {failure.value}
        </p>
      )}
      {damage.value !== undefined && (
        <p class="notice alarm" role="alert">
          From entry {(damage.value.revision ?? 0) + 1} on, what is stored is not what was recorded
          ({plainWords(damage.value.kind)}). What is shown is what the entries before it say, and
          nothing can be recorded.
        </p>
      )}
      {isReady ? (
        <>
          {!isEmpty.value && <MomentBar />}
          {!isEmpty.value && <LogLine key={negotiation} negotiation={negotiation ?? ''} />}
          <Tabs />
          <div class="columns">
            <main id="view" tabIndex={-1}>
              {misread.value.length > 0 && (
                <p class="notice doubt" role="status">
                  {misread.value.join(' ')} What is shown does without it.
                </p>
              )}
              {isEmpty.value && view !== 'record' ? <NothingYet /> : <ViewOf view={view} />}
            </main>
            <Panel />
          </div>
        </>
      ) : (
        failure.value === undefined && <Loading />
      )}
    </>
  )
}

function Title() {
  const found = useReading('negotiation', {})
  const title = found?.title ?? route.value.negotiation ?? ''
  useEffect(() => {
    document.title = `${title} · Diplomacy Ledger`
  }, [title])
  return (
    <>
      <h1>{title}</h1>
      {found !== undefined && <Badge>{plainWords(found.state)}</Badge>}
    </>
  )
}

function Loading() {
  const done = progress.value
  return (
    <p class="notice" role="status">
      {done === undefined
        ? 'Reading the ledger…'
        : `Reading the ledger: ${done.folded} of ${done.of} entries`}
    </p>
  )
}
