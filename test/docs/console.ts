/** A command of a guide, and what the guide shows of its output; empty where it shows nothing. */
export interface Step {
  readonly command: string
  readonly shown: string
  /** Of the file, from 1. */
  readonly line: number
}

/**
 * The commands in the ```console blocks of a page. A command begins with `$ ` and goes on while a
 * quote is open or its line ends with a backslash.
 */
export function stepsOf(page: string): Step[] {
  const steps: Step[] = []
  let isConsole = false
  let step: { command: string; shown: string; line: number } | undefined
  for (const [index, text] of page.split('\n').entries()) {
    if (text.startsWith('```')) {
      isConsole = !isConsole && text === '```console'
      step = undefined
    } else if (!isConsole) {
    } else if (step !== undefined && isOpen(step.command)) {
      step.command += `\n${text}`
    } else if (text.startsWith('$ ')) {
      step = { command: text.slice(2), shown: '', line: index + 1 }
      steps.push(step)
    } else if (step !== undefined) {
      step.shown += `${text}\n`
    }
  }
  return steps
}

function isOpen(command: string): boolean {
  const quotes = command.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')
  return /['"]/.test(quotes) || command.endsWith('\\')
}
