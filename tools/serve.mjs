// Serves the built app on one port: static files, and index.html for every page of the app.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../dist')
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.glb': 'model/gltf-binary',
  '.ktx2': 'image/ktx2',
  '.bin': 'application/octet-stream',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}
/** Vite names what is in here by its content, so it never changes. */
const FOR_EVER = /^[/\\]assets[/\\]/

/** The path a request asks for, below the root; undefined when it cannot be read. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname)
    return path.includes('\0') ? undefined : normalize(`/${path}`)
  } catch {
    return undefined
  }
}

/** Size of a file below the root, or undefined when there is none. `normalize` has taken every `..` away. */
const sizeOf = (path) => {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false })
  return found?.isFile() ? found.size : undefined
}

const server = createServer(({ method, url }, response) => {
  const refuse = (status, reason) =>
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(reason)
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only GET and HEAD')
  const asked = pathOf(url)
  if (asked === undefined) return refuse(400, 'Bad request')
  // A page of the app has no ending; what has one is a file, and is there or is not.
  const path = sizeOf(asked) === undefined && extname(asked) === '' ? '/index.html' : asked
  const size = sizeOf(path)
  if (size === undefined) return refuse(404, 'Not found')
  response.writeHead(200, {
    'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': FOR_EVER.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  if (method === 'HEAD') return response.end()
  createReadStream(join(ROOT, path))
    .on('error', () => response.destroy())
    .pipe(response)
})

// A port that was asked for is that one or none; without one the next that is free will do.
const isAskedFor = Boolean(process.env.PORT)
const host = process.env.HOST || 'localhost'
let port = Number(process.env.PORT || 4173)
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE' && !isAskedFor && port < 4273) return server.listen(++port, host)
  console.error(`The port ${port} cannot be used: ${error.message}`)
  process.exit(1)
})
server.on('listening', () => console.log(`Simcell is ready: http://${host}:${port}/`))
if (sizeOf('/index.html') === undefined) {
  console.error('There is nothing to serve: build first, with npm run build or npm start.')
  process.exit(1)
}
server.listen(port, host)
