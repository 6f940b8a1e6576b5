import type { Words } from '../words.ts'
import { headlines } from './headlines.ts'

export const english: Words = { headlines }
