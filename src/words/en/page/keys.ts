/** The sheet of keys. */
export const keys = {
  keys: 'Keys',
  singleKeys: 'Keys that are pressed alone act anywhere but in fields (?, [, ], N)',
  /** The place at which each group of keys holds, in the order of the sheet. */
  groups: {
    page: 'Anywhere',
    slider: 'On the slider',
    matrix: 'In the matrix',
    line: 'On a line of convergence',
    list: 'In a field with a list',
    panel: 'Beside and over the page',
  },
  /** The effect of each key. */
  actions: {
    page: {
      palette: 'Find anything',
      sheet: 'Show the keys',
      previous: 'Go one step back',
      next: 'Go one step on',
      now: 'Return to now',
    },
    slider: {
      previous: 'The step before',
      next: 'The step after',
      pageBack: 'A tenth of all steps back',
      pageOn: 'A tenth of all steps on',
      first: 'The first step',
      last: 'The last step',
    },
    matrix: {
      left: 'The cell to the left',
      right: 'The cell to the right',
      up: 'The cell above',
      down: 'The cell below',
      rowStart: 'The first cell of the row',
      rowEnd: 'The last cell of the row',
      first: 'The first cell',
      last: 'The last cell',
    },
    line: {
      previous: 'The step before',
      next: 'The step after',
    },
    list: {
      previous: 'The choice above',
      next: 'The choice below',
      choose: 'Take the choice',
      close: 'Close the list',
    },
    panel: {
      close: 'Close the details, a dialogue or a menu, or give up typing',
    },
  },
}
