import { afterAll, beforeEach, expect } from 'vitest'
import { observed } from './replies/observed.ts'

// Every reply of every service that a test starts is as the API describes it.
const expectAsDescribed = async () => expect(await observed()).toEqual([])

beforeEach(({ onTestFinished }) => onTestFinished(expectAsDescribed))
afterAll(expectAsDescribed)
