import { places } from 'virtual:places'
import { PlacesPage } from '#viewer'

/** The viewer with the places of this build. */
export const PlacesRoute = () => <PlacesPage places={places} />
