import { useEffect } from 'preact/hooks'
import { Badge } from '../parts/badge.tsx'
import { later } from '../parts/later.tsx'
import { damage, isEmpty, ledger } from '../state/ledger.ts'
import { hasMoment } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { useReading } from '../state/use-reading.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { ConnectionNote } from './connection-note.tsx'
import { Loading } from './loading.tsx'
import { foreseeMomentBar, MomentBar } from './moment-bar.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { OverlayButtons } from './overlays.tsx'
import { Panel } from './panel.tsx'
import { PeopleHint } from './people-hint.tsx'
import { Tabs } from './tabs.tsx'
import { TopBar } from './top-bar.tsx'
import { foreseeView, ViewOf } from './view-of.tsx'

const MisreadNote = later(async () => (await import('../address/misread-note.tsx')).MisreadNote)
const LogLine = later(async () => (await import('../proof/log-line.tsx')).LogLine)

/** One negotiation: when, which view, and what is looked into. */
export function NegotiationPage() {
  const { negotiation, view, query, unknownView } = restedRoute.value
  const hasWish = unknownView !== undefined || Object.keys(query).length > 0
  const isReady = ledger.value !== undefined && (isEmpty.value || hasMoment.value)
  useEffect(() => {
    foreseeView(view)
    foreseeMomentBar()
  }, [])
  return (
    <>
      <a class="skip" href="#view">
        {messages.shell.skip}
      </a>
      <TopBar tools={isReady && <OverlayButtons />}>{isReady ? <Title /> : negotiation}</TopBar>
      <PeopleHint isFolded />
      {damage.value !== undefined && (
        <p class="notice alarm" role="alert">
          {messages.shell.damagedFrom(damage.value.revision ?? 0, plainWords(damage.value.kind))}
        </p>
      )}
      {isReady ? (
        <>
          {!isEmpty.value && <MomentBar />}
          {!isEmpty.value && <LogLine key={negotiation} negotiation={negotiation ?? ''} />}
          <ConnectionNote />
          <Tabs />
          <div class="columns">
            <main id="view" tabIndex={-1}>
              {hasWish && <MisreadNote />}
              {isEmpty.value && view !== 'record' ? <NothingYet /> : <ViewOf view={view} />}
            </main>
            <Panel />
          </div>
        </>
      ) : (
        <Loading negotiation={negotiation ?? ''} />
      )}
    </>
  )
}

function Title() {
  const found = useReading('negotiation', {})
  const title = found?.title ?? restedRoute.value.negotiation ?? ''
  useEffect(() => {
    document.title = `${title} · ${messages.shell.product}`
  }, [title])
  return (
    <>
      <h1>{title}</h1>
      {found !== undefined && <Badge>{plainWords(found.state)}</Badge>}
    </>
  )
}
