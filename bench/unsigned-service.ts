import { openStore } from '../src/open-store.ts'
import { serve } from '../src/serve.ts'
import { readConfig } from '../src/settings/config.ts'
import { stopOnSignal } from '../src/stop-on-signal.ts'

/** The service as it is started, but that it signs nothing. */
const config = readConfig(process.env)
stopOnSignal(await serve(config, (folder) => openStore(folder, config), { signs: false }))
