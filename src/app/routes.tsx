import { createRootRoute, createRoute, createRouter, Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Quality } from '#cell'
import { useText } from '#ui'
import { PageHeader } from './page-header.tsx'
import { StartPage } from './start-page.tsx'

const PlayPage = lazy(async () => ({ default: (await import('./play-page.tsx')).PlayPage }))
const ProgrammeRoute = lazy(async () => ({ default: (await import('./programme-route.tsx')).ProgrammeRoute }))
const DebriefRoute = lazy(async () => ({ default: (await import('./debrief-route.tsx')).DebriefRoute }))
const EyesRoute = lazy(async () => ({ default: (await import('./eyes-route.tsx')).EyesRoute }))
const PrisonerRoute = lazy(async () => ({ default: (await import('./prisoner-route.tsx')).PrisonerRoute }))
const FiguresRoute = lazy(async () => ({ default: (await import('./figures-route.tsx')).FiguresRoute }))

const CheckRoute = lazy(async () => ({ default: (await import('./check-route.tsx')).CheckRoute }))
const PlacesRoute = lazy(async () => ({ default: (await import('./places-route.tsx')).PlacesRoute }))

function Frame() {
  const text = useText()
  // A session has a bar of its own, with the same settings in it.
  const isPlaying = useLocation({ select: ({ pathname }) => pathname.startsWith('/play/') })
  return (
    <>
      {!isPlaying && <PageHeader />}
      <Suspense fallback={<p className="page">{text('app.loading')}</p>}>
        <Outlet />
      </Suspense>
    </>
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

/** What may stand behind the question mark: the view, and a quality that goes before the settings. */
type Search = { readonly view?: 'panels'; readonly quality?: Quality }
const QUALITIES: readonly unknown[] = ['low', 'medium', 'high'] satisfies Quality[]
const searchOf = ({ view, quality }: Record<string, unknown>): Search => ({
  ...(view === 'panels' && { view }),
  ...(QUALITIES.includes(quality) && { quality: quality as Quality }),
})

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound })
const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage })
const playRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/play/$sessionId',
  validateSearch: searchOf,
  component: function Play() {
    const { sessionId } = playRoute.useParams()
    const { view, quality } = playRoute.useSearch()
    return <PlayPage key={sessionId} sessionId={sessionId} view={view ?? '3d'} quality={quality} />
  },
})
const debriefRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/debrief/$sessionId',
  validateSearch: ({ quality }: Record<string, unknown>): Pick<Search, 'quality'> => searchOf({ quality }),
  component: function Debrief() {
    const { sessionId } = debriefRoute.useParams()
    const { quality } = debriefRoute.useSearch()
    return <DebriefRoute key={sessionId} sessionId={sessionId} quality={quality} />
  },
})
const eyesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/eyes/$sessionId',
  validateSearch: searchOf,
  component: function Eyes() {
    const { sessionId } = eyesRoute.useParams()
    const { view, quality } = eyesRoute.useSearch()
    return <EyesRoute key={sessionId} sessionId={sessionId} view={view ?? '3d'} quality={quality} />
  },
})
const prisonerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/prisoner/$scenarioId',
  validateSearch: (search: Record<string, unknown>): Search & { readonly seed: number } => ({
    ...searchOf(search),
    seed: Number.isSafeInteger(search.seed) ? Number(search.seed) : 1,
  }),
  component: function Prisoner() {
    const { scenarioId } = prisonerRoute.useParams()
    const { view, quality, seed } = prisonerRoute.useSearch()
    const key = `${scenarioId} ${seed}`
    return <PrisonerRoute key={key} scenarioId={scenarioId} seed={seed} view={view ?? '3d'} quality={quality} />
  },
})
const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/figures',
  component: () => <FiguresRoute />,
})

const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programme',
  component: () => <ProgrammeRoute />,
})
const placesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/places', component: () => <PlacesRoute /> })

const checkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/check',
  validateSearch: ({ scenario }: Record<string, unknown>): { readonly scenario?: string } =>
    typeof scenario === 'string' ? { scenario } : {},
  component: function Check() {
    return <CheckRoute first={checkRoute.useSearch().scenario} />
  },
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    startRoute,
    programmeRoute,
    playRoute,
    debriefRoute,
    eyesRoute,
    prisonerRoute,
    placesRoute,
    figuresRoute,
    checkRoute,
  ]),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
