import { expect, test } from 'vitest'
import { inBrowser } from './browser.ts'

inBrowser('the page tells who may ask', (stage) => {
  test('an open service is said to be one', async () => {
    const page = await stage.open('/')
    const note = page.getByText('Open access', { exact: true })
    await note.waitFor()
    expect(await note.getAttribute('title')).toContain('asks nobody who they are')
  })
})
