import { Argument, type Command } from 'commander'
import type { AddCommand } from './command.ts'
import { bashScript, fishScript, zshScript } from './completion-scripts.ts'

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

/** Words that can follow the words of a command. */
export interface Completed {
  /** Names of commands from the program's own on, without that: empty for the program itself. */
  readonly path: readonly string[]
  readonly commands: readonly CompletionWord[]
  readonly options: readonly CompletedOption[]
  /** The possible values of its argument. */
  readonly values: Values
}

/** All that a word can be: one of a few, or the id of a negotiation, which only a service tells. */
export type Values = readonly string[] | 'negotiations'

export interface CompletedOption extends CompletionWord {
  readonly values: Values
}

export interface CompletionWord {
  readonly word: string
  readonly description: string
}

/** `ledger completion <shell>`: a script that completes commands and options. */
export const addCompletion: AddCommand = (program, { stdout }) => {
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', '\nbash: source <(ledger completion bash)')
    .action((shell: keyof typeof SCRIPTS) => {
      stdout.write(SCRIPTS[shell](completedOf(program, [], [])))
    })
}

/** Every command below one, itself first, with what can follow it. */
function completedOf(
  command: Command,
  path: readonly string[],
  inherited: readonly CompletedOption[],
): Completed[] {
  const own = command.options.map(({ long, short, description, argChoices }) => ({
    word: long ?? short ?? '',
    description,
    values: valuesOf(long?.slice(2), argChoices),
  }))
  const options = [...own, ...inherited]
  const commands = command.commands.map((each) => ({
    word: each.name(),
    description: each.description(),
  }))
  const [argument] = command.registeredArguments
  const values = valuesOf(argument?.name(), argument?.argChoices)
  const help = { word: '--help', description: 'what the command does, and its options', values: [] }
  return [
    { path, commands, options: [...options, help], values },
    ...command.commands.flatMap((each) => completedOf(each, [...path, each.name()], options)),
  ]
}

function valuesOf(name: string | undefined, choices: readonly string[] = []): Values {
  return name === 'negotiation' ? 'negotiations' : choices
}
