import { Glance } from './glance.tsx'
import { MatrixTable } from './matrix-table.tsx'

export function StancesView() {
  return (
    <>
      <Glance />
      <h2>Who stands where</h2>
      <MatrixTable />
    </>
  )
}
