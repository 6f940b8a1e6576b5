/** The names of parts of a request that have none of their own, as the beginning of a sentence. */
export const requestParts = {
  request: 'The request',
  command: 'The command',
  line: (number: number) => `Line ${number}`,
}
