export { PlacesPage, type PlaceToSee } from './places-page.tsx'
