// Puts pictures of one size into rows, each with a label under it.
import { renameSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

const LABEL_PX = 18
/** What a picture of the documentation may weigh; it is read on the web. */
const HEAVIEST_BYTES = 250_000
const SURROUND = '#14181b'

/** The grid as one raw picture. */
export function gridOf(tiles, labels, columns, { width, height }) {
  const label = (text) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL_PX}"><rect width="100%" height="100%" fill="${SURROUND}"/><text x="4" y="13" font-family="sans-serif" font-size="12" fill="#fff">${text}</text></svg>`,
    )
  const at = (i) => ({ left: (i % columns) * width, top: Math.floor(i / columns) * (height + LABEL_PX) })
  const rows = Math.ceil(tiles.length / columns)
  return sharp({
    create: { width: columns * width, height: rows * (height + LABEL_PX), channels: 3, background: SURROUND },
  })
    .composite(
      tiles.flatMap((input, i) => [
        { input, ...at(i) },
        { input: label(labels[i]), left: at(i).left, top: at(i).top + height },
      ]),
    )
    .png()
    .toBuffer()
}

/** Writes a picture as WebP, as good as its weight allows; a file is there whole or not at all. */
export async function writeWebp(picture, file, width) {
  for (let quality = 84; ; quality -= 8) {
    const bytes = await sharp(picture)
      .resize({ width, withoutEnlargement: true })
      .webp({ quality, effort: 6 })
      .toBuffer()
    if (bytes.length > HEAVIEST_BYTES && quality > 30) continue
    writeFileSync(`${file}.part.webp`, bytes)
    renameSync(`${file}.part.webp`, file)
    return bytes.length
  }
}
