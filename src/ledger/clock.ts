/** Says what time it is: UTC milliseconds since 1970. It may stand still or go backwards. */
export type Clock = () => number
