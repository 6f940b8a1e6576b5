import { render } from 'preact'
import { App } from './app.tsx'
import { followKeys } from './keys/follow-keys.ts'
import { followSender } from './state/access.ts'
import { followClauseNames } from './state/clause-names.ts'
import { followFailure } from './state/connection.ts'
import { languageOfPage } from './state/language.ts'
import { rememberLooks } from './state/last-look.ts'
import { followLive } from './state/live.ts'
import { followMoment, followRest, keepNow } from './state/moment.ts'
import { keepPreferences } from './state/preferences.ts'
import { followPrinting } from './state/printing.ts'
import { followAddress } from './state/route.ts'
import { followStart } from './state/start.ts'
import { followStops } from './state/stops.ts'
import { followTrack } from './state/track.ts'
import './style/index.css'
import { loadMessages } from './words/load-messages.ts'

const language = languageOfPage()
document.documentElement.lang = language
// No await at the top: what is loaded later imports this module, and would wait for it.
void loadMessages(language).then(start)

function start(): void {
  keepPreferences()
  followAddress()
  followPrinting()
  keepNow()
  followFailure()
  followMoment()
  followRest()
  followClauseNames()
  followStops()
  followTrack()
  followStart()
  followLive()
  followKeys()
  rememberLooks()
  void followSender()
  render(<App />, document.getElementById('app') as HTMLElement)
}
