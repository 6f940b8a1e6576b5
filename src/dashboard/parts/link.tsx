import { computed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { changed, go, hrefOf, type RouteChange, restedRoute } from '../state/route.ts'

interface Props {
  readonly to: RouteChange
  readonly class?: string
  readonly current?: boolean
  readonly label?: string
  readonly children: ComponentChildren
}

/**
 * A link within the dashboard: what it leads to is in its address, so it can be opened anywhere. The
 * address changes with each step of the slider; nothing else of the link is then drawn again.
 */
export function Link({ to, class: className, current, label, children }: Props) {
  const href = useMemo(() => computed(() => hrefOf(changed(restedRoute.value, to))), [to])
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return
    }
    event.preventDefault()
    go(to)
  }
  return (
    <a
      href={href}
      class={className}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={follow}
    >
      {children}
    </a>
  )
}
