import { expect, type Trainee, test } from './trainee.ts'

/** Changes a stored record behind the app's back, as a hand in the browser's tools would. */
const changeRecord = (trainee: Trainee, seq: number) =>
  trainee.page.evaluate(
    (seq) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('simcell')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const records = opening.result.transaction('records', 'readwrite').objectStore('records')
          const reading = records.getAll()
          reading.onsuccess = () => {
            const row = reading.result.find((one: { readonly seq: number }) => one.seq === seq)
            if (seq === 0) row.record.trainee = 'somebody else'
            else row.record.timeMs += 1
            records.put(row)
            records.transaction.oncomplete = () => {
              opening.result.close()
              done()
            }
          }
        }
      }),
    seq,
  )
const plays = async (trainee: Trainee) => {
  await trainee.starts({ view: 'Panels only' })
  await trainee.does('Go to: in front of the door', 'Open: observation hatch', 'Knock: cell door')
  await expect(trainee.page.getByRole('log', { name: 'Heard and said' })).toContainText('a knock on steel')
}

test('a session that was changed on disk says which record, shows what came before, and is not continued', async ({
  trainee,
}) => {
  await plays(trainee)
  const { page } = trainee
  const address = page.url()
  await page.goto('/')
  await changeRecord(trainee, 2)
  await page.goto(address)
  await expect(page.getByRole('alert')).toContainText('record 2 does not follow')
  await expect(page.getByRole('alert')).toContainText('up to record 1')
  await expect(page.getByText('Where you stand: in front of the door')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Knock: cell door' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Go on' })).toHaveCount(0)
  await trainee.expectsNoAccessibilityViolations()

  await page.goto(address.replace('/play/', '/debrief/').replace(/\?.*/, ''))
  await expect(page.getByRole('alert')).toContainText('record 2 does not follow')
  await expect(page.getByRole('heading', { name: 'What each subject earned' })).toBeVisible()
})

test('a session whose first record was changed is not shown at all, with the reason', async ({ trainee }) => {
  await plays(trainee)
  const address = trainee.page.url()
  await trainee.page.goto('/')
  await changeRecord(trainee, 0)
  await trainee.page.goto(address)
  await expect(trainee.page.getByRole('alert')).toContainText('The first record of this session was changed')
  await trainee.expectsNoAccessibilityViolations()
  await expect(trainee.page.getByRole('link', { name: 'All scenarios' }).first()).toBeVisible()
})
