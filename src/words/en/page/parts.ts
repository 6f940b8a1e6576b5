import { counted } from '../plural.ts'

/** Parts that several views share. */
export const parts = {
  tryAgain: 'Try again',
  madePublic: 'made public',
  unsupported: 'Unsupported',
  noSource: 'No source given',
  sourceIs: (status: string) => `Source ${status}`,
  choiceCount: (count: number) => counted(count, { one: 'choice', other: 'choices' }),
  choices: 'Choices',
  close: 'Close',
  recordEntry: 'Record an entry',
  showFewer: 'Show fewer',
  showAll: 'Show all',
  under: (title: string) => `under ${title}`,
  notLoaded: 'This could not be loaded: the service cannot be reached.',
  scopeLacking: (act: string, scope: string, own: string) =>
    `${act} takes the scope ${scope}, and the access key that you logged in by is for ${own}. Whoever runs the service makes another.`,
  roleLacking: (act: string, wanted: readonly string[], own: readonly string[]) =>
    `${act} takes ${wanted.length === 0 ? 'a role in it' : `the role ${wanted.join(' or ')}`}, and ${own.length === 0 ? 'you have none' : `you are ${own.join(' and ')}`}. An admin of the negotiation grants it to your id:`,
  controls: 'Controls',
}
