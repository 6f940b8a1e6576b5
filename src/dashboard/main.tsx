import { render } from 'preact'
import { App } from './app.tsx'
import { followLive } from './state/live.ts'
import { followMoment, keepNow } from './state/moment.ts'
import { keepPreferences } from './state/preferences.ts'
import { followAddress } from './state/route.ts'
import { followStops } from './state/stops.ts'
import './style/index.css'

keepPreferences()
followAddress()
keepNow()
followMoment()
followStops()
followLive()
render(<App />, document.getElementById('app') as HTMLElement)
