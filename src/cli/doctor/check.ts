/** One thing that the doctor looked at. */
export interface Check {
  readonly check: string
  /** `note`: nothing is wrong, but somebody may want to know. */
  readonly state: 'ok' | 'note' | 'fault'
  readonly detail: string
  /** What to do about it. */
  readonly advice?: string
}
