import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take many seconds, in the order in which they begin. They are short, and would else be begun last. */
const SLOW = [
  'dashboard/large',
  // What counts steps walks over all that its process holds: little, at the beginning.
  'projections/growth',
  'dashboard/accessible',
  'dashboard/record-report',
  'dashboard/moment',
  'dashboard/states',
  'dashboard/record-desk',
  'kurrentdb/',
  'cli/bundle',
  'http/import-interrupted',
  'http/heavy-imports',
  'http/shutdown',
  'http/kill',
  'http/limits.property',
  'http/slow-disk',
  'verify/others',
  'timestamping/',
].map((path) => `/test/${path}`)

/** Begins with the files that take long, so that none of them runs on alone at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      SLOW.findIndex((path) => moduleId.includes(path))
    const { slow = [], other = [] } = Object.groupBy(await super.sort(files), (file) =>
      place(file) < 0 ? 'other' : 'slow',
    )
    return [...slow.toSorted((one, another) => place(one) - place(another)), ...other]
  }
}
