import './english-page.ts'
import type { Locator, Page } from 'playwright-core'
import type { ExampleCommand } from '../../examples/example.ts'
import { memberLabel } from '../../src/dashboard/words/labels.ts'

/** Begins an entry of a type, as by typing its name. */
export async function chooseType(page: Page, type: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'What happened' })
  await field.fill(type)
  await page.locator('.option').first().waitFor()
  await field.press('Enter')
}

/** Chooses the first source that the ledger holds, to read from it. */
export async function readFirstSource(page: Page): Promise<void> {
  await page.getByLabel('Read from').selectOption({ index: 1 })
}

/** Selects words in the report, as with the mouse. */
export async function select(page: Page, words: string): Promise<void> {
  await page.getByLabel('Select the words that show something').evaluate((element, selected) => {
    const area = element as HTMLTextAreaElement
    const at = area.value.indexOf(selected)
    area.focus()
    area.setSelectionRange(at, at + selected.length)
    area.dispatchEvent(new Event('select'))
  }, words)
}

/** Has the entry that is open checked, and records it. */
export async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByText(/^Recorded as entry/).waitFor()
}

/** Fills in the form that is open with all that a command says, its quotes apart. */
export async function fillIn(page: Page, command: ExampleCommand): Promise<void> {
  const { type: _, evidence = [], ...members } = command
  const form = page.locator('.entry-form form')
  await form.waitFor()
  await fillMembers(form, members)
  for (const [place, { relay }] of (evidence as { relay?: string[] }[]).entries()) {
    const item = group(form, 'Evidence').locator('> .item').nth(place)
    if (relay !== undefined) await fill(group(item, 'Evidence'), 'relay', relay)
  }
}

async function fillMembers(scope: Locator, members: object): Promise<void> {
  for (const [name, value] of Object.entries(members)) {
    if (name === 'opens') continue
    const { opens } = members as { opens?: object }
    if (opens !== undefined && (name === 'meeting' || name === 'draft')) {
      await field(scope, memberLabel(name)).getByRole('combobox').selectOption('a new one…')
      const opened = group(scope, `The new ${name}`)
      await fillMembers(opened, opens)
      await fillField(field(opened, `Short name of the ${name}`), value)
    } else await fill(scope, name, value)
  }
}

async function fill(scope: Locator, name: string, value: unknown): Promise<void> {
  await reveal(scope)
  const label = memberLabel(name)
  if (Array.isArray(value)) return fillList(group(scope, label), value)
  if (isSubject(name, value)) return fillField(field(scope, label), `${value.kind}:${value.id}`)
  if (typeof value === 'object' && value !== null) {
    const add = scope.getByRole('button', { name: `Add ${label.toLowerCase()}`, exact: true })
    if (await add.isVisible()) await add.click()
    return name === 'speaker'
      ? fillSpeaker(group(scope, label), value as Speaker)
      : fillMembers(group(scope, label), value)
  }
  return fillField(field(scope, `(${label}|Short name of the ${name})`), value)
}

async function fillList(list: Locator, items: readonly unknown[]): Promise<void> {
  for (const [place, item] of items.entries()) {
    await list.locator('> button', { hasText: /^Add/ }).click()
    const scope = list.locator('> .item').nth(place)
    if (typeof item === 'string') await fillField(scope.locator('> .field'), item)
    else if (isSubject('', item)) {
      await fillField(scope.locator('> .field'), `${item.kind}:${item.id}`)
    } else await fillMembers(scope.locator('> fieldset'), item as object)
  }
}

interface Speaker {
  readonly kind: string
  readonly id?: string
}

async function fillSpeaker(scope: Locator, { kind, id, ...rest }: Speaker): Promise<void> {
  await fillField(field(scope, 'Kind'), kind)
  if (id !== undefined) await fillField(field(scope, memberLabel(kind)), id)
  await fillMembers(scope, rest)
}

async function fillField(found: Locator, value: unknown): Promise<void> {
  const choice = found.getByRole('combobox')
  if ((await choice.count()) > 0) await choice.selectOption(String(value))
  else await found.getByRole('textbox').first().fill(String(value))
}

/** A field of a part of the form, and not of a part within it. */
function field(scope: Locator, label: string): Locator {
  const named = scope
    .page()
    .locator('label', { hasText: new RegExp(`^${label}( \\(optional\\))?$`) })
  return scope.locator('> .field, > details > .field').filter({ has: named })
}

function group(scope: Locator, label: string): Locator {
  const named = scope.page().locator('> legend', { hasText: new RegExp(`^${label}$`) })
  return scope.locator('> fieldset, > details > fieldset').filter({ has: named })
}

/** Opens what is out of the way. */
async function reveal(scope: Locator): Promise<void> {
  const more = scope.locator('> details:not([open]) > summary')
  if ((await more.count()) > 0) await more.click()
}

function isSubject(name: string, value: unknown): value is { kind: string; id: string } {
  return (
    name !== 'speaker' &&
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).join() === 'kind,id'
  )
}
