import type { Words } from '../words.ts'
import { headlines } from './headlines.ts'
import { steps } from './steps.ts'
import { warnings } from './warnings.ts'

export const ukrainian: Words = { headlines, warnings, steps }
