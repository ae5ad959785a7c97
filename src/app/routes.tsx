import { createRootRoute, createRoute, createRouter, Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useText } from '#ui'
import { StartPage } from './start-page.tsx'

const PlayPage = lazy(async () => ({ default: (await import('./play-page.tsx')).PlayPage }))
const DebriefRoute = lazy(async () => ({ default: (await import('./debrief-route.tsx')).DebriefRoute }))
const FiguresPage = lazy(async () => ({ default: (await import('#cell')).FiguresPage }))

function Frame() {
  const text = useText()
  return (
    <Suspense fallback={<p className="page">{text('app.loading')}</p>}>
      <Outlet />
    </Suspense>
  )
}
function NotFound() {
  const text = useText()
  return (
    <main className="page">
      <h1>{text('app.not-found')}</h1>
      <Link to="/">{text('app.home')}</Link>
    </main>
  )
}

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound })
const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage })
const playRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/play/$sessionId',
  validateSearch: (search): { view?: 'panels' } => (search.view === 'panels' ? { view: 'panels' } : {}),
  component: function Play() {
    const { sessionId } = playRoute.useParams()
    const { view } = playRoute.useSearch()
    return <PlayPage key={sessionId} sessionId={sessionId} view={view ?? '3d'} />
  },
})
const debriefRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/debrief/$sessionId',
  component: function Debrief() {
    const { sessionId } = debriefRoute.useParams()
    return <DebriefRoute key={sessionId} sessionId={sessionId} />
  },
})
const figuresRoute = createRoute({ getParentRoute: () => rootRoute, path: '/figures', component: FiguresPage })

export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, playRoute, debriefRoute, figuresRoute]),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
