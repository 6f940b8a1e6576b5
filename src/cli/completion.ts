import { Argument, type Command } from 'commander'
import type { AddCommand } from './command.ts'
import { bashScript, fishScript, zshScript } from './completion-scripts.ts'

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

/** What can follow the words of a command. */
export interface Completed {
  /** Names of commands from the program's own on, without that: empty for the program itself. */
  readonly path: readonly string[]
  readonly commands: readonly Word[]
  readonly options: readonly Word[]
}

export interface Word {
  readonly word: string
  readonly description: string
}

/** `ledger completion <shell>`: a script that completes commands and options. */
export const addCompletion: AddCommand = (program) => {
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', '\nbash: source <(ledger completion bash)')
    .action((shell: keyof typeof SCRIPTS) => {
      process.stdout.write(SCRIPTS[shell](completedOf(program, [], [])))
    })
}

/** Every command below one, itself first, with what can follow it. */
function completedOf(
  command: Command,
  path: readonly string[],
  inherited: readonly Word[],
): Completed[] {
  const own = command.options.map(({ long, short, description }) => ({
    word: long ?? short ?? '',
    description,
  }))
  const options = [...own, ...inherited]
  const commands = command.commands.map((each) => ({
    word: each.name(),
    description: each.description(),
  }))
  const help = { word: '--help', description: 'what the command does, and its options' }
  return [
    { path, commands, options: [...options, help] },
    ...command.commands.flatMap((each) => completedOf(each, [...path, each.name()], options)),
  ]
}
