import { setMessages } from '../../src/dashboard/words/messages.ts'
import { englishPage } from '../../src/words/en/english-page.ts'

// Modules of the page read its words as they run, which a page loads first.
setMessages(englishPage)
