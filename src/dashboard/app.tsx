import { useEffect } from 'preact/hooks'
import { later } from './parts/later.tsx'
import { NegotiationPage } from './shell/negotiation-page.tsx'
import { Overlays } from './shell/overlays.tsx'
import { isAsked } from './state/access.ts'
import { openLedger } from './state/ledger.ts'
import { restedRoute } from './state/route.ts'

const LogIn = later(async () => (await import('./shell/log-in.tsx')).LogIn)
const NegotiationList = later(
  async () => (await import('./shell/negotiation-list.tsx')).NegotiationList,
)

export function App() {
  const { negotiation } = restedRoute.value
  useEffect(() => {
    if (negotiation !== undefined) void openLedger(negotiation)
  }, [negotiation])
  if (isAsked.value) return <LogIn />
  if (negotiation === undefined) return <NegotiationList />
  return (
    <>
      <NegotiationPage />
      <Overlays />
    </>
  )
}
