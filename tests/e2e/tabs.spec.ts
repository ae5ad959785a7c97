import { expect, Trainee, test } from './trainee.ts'

test('a second tab follows the session, is told so, and takes over when the first is closed', async ({
  trainee,
  context,
}) => {
  await trainee.starts({ view: 'Panels only' })
  await trainee.does('Go to: in front of the door')
  const address = trainee.page.url()

  const second = new Trainee(await context.newPage())
  await second.page.goto(address)
  await expect(second.page.getByText(/This session is being played in another tab/)).toBeVisible()
  await expect(second.page.getByText('Where you stand: in front of the door')).toBeVisible()
  await expect(second.page.getByRole('button', { name: 'End the exercise' })).toHaveCount(0)
  await expect(second.page.getByRole('button', { name: /^Go to/ })).toHaveCount(0)
  await second.expectsNoAccessibilityViolations()

  await trainee.does('Open: observation hatch')
  await trainee.does('Knock: cell door')
  await expect(second.page.getByRole('log', { name: 'Heard and said' })).toContainText('a knock on steel')

  await trainee.page.close()
  await expect(second.page.getByText(/The other tab was closed/)).toBeVisible()
  await expect(second.page.getByText('Where you stand: in front of the door')).toBeVisible()
  await expect(second.page.getByRole('group', { name: 'observation hatch' })).toContainText('open')
  await second.does('Go on', 'Shut: observation hatch', 'End the exercise', 'End now')
  await second.opensDebrief()
  expect(second.complaints).toEqual([])
})

test('a tab opened on a session nobody plays may write it at once', async ({ trainee, context }) => {
  await trainee.starts({ view: 'Panels only' })
  await trainee.does('Go to: in front of the door')
  const address = trainee.page.url()
  await trainee.page.goto('/')
  const second = new Trainee(await context.newPage())
  await second.page.goto(address)
  await second.does('Go on', 'Knock: cell door')
  await expect(second.page.getByText(/in another tab/)).toHaveCount(0)
  expect(second.complaints).toEqual([])
})
