import { mkdirSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { bareApp } from '../openapi/described.ts'

// The generator builds its output with the JavaScript API of TypeScript, which TypeScript 7 does
// not have: it gets that of the copy which @ts-morph/common carries.
registerHooks({
  resolve: (name, context, next) =>
    next(name === 'typescript' ? '@ts-morph/common/dist/typescript.js' : name, context),
})

const { default: openapiTs, astToString } = await import('openapi-typescript')

const { app } = bareApp()
const { payload } = await app.inject('/openapi.json')
await app.close()
const folder = join(import.meta.dirname, 'generated')
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'api.d.ts'),
  astToString(await openapiTs(payload, { defaultNonNullable: false })),
)
