import { parentPort, workerData } from 'node:worker_threads'
import { start } from './writing.ts'

// The thread that writes the data file, and alone does so.
if (parentPort !== null) start(workerData, parentPort)
