import { useEffect } from 'preact/hooks'
import { LogIn } from './shell/log-in.tsx'
import { NegotiationList } from './shell/negotiation-list.tsx'
import { NegotiationPage } from './shell/negotiation-page.tsx'
import { isAsked } from './state/access.ts'
import { openLedger } from './state/ledger.ts'
import { restedRoute } from './state/route.ts'

export function App() {
  const { negotiation } = restedRoute.value
  useEffect(() => {
    if (negotiation !== undefined) void openLedger(negotiation)
  }, [negotiation])
  if (isAsked.value) return <LogIn />
  return negotiation === undefined ? <NegotiationList /> : <NegotiationPage />
}
