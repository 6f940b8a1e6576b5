import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of which some test takes many seconds. They are short, and would else be begun last. */
const SLOW = [
  'dashboard/accessible',
  'dashboard/large',
  'dashboard/record-report',
  'dashboard/moment',
  'dashboard/states',
  'dashboard/record-desk',
  // What counts steps walks over all that its process holds: little, at the beginning.
  'projections/growth',
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
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.some((path) => moduleId.includes(path))
    const { slow = [], other = [] } = Object.groupBy(await super.sort(files), (file) =>
      isSlow(file) ? 'slow' : 'other',
    )
    return [...slow, ...other]
  }
}
