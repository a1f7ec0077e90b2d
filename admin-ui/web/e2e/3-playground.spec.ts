import { expect, expectAccessible, loggedIn, test } from './admin';

test('a request becomes a command with its risk', async ({ page }) => {
  await loggedIn(page);
  await page.getByRole('link', { name: 'Playground' }).click();
  await expectAccessible(page);
  await page.getByLabel('What should the command do?').fill('show free disk space');
  await page.getByLabel('System').fill('debian');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toHaveAttribute('data-phase', 'done', { timeout: 30_000 });
  await expect(answer.locator('[data-answer=command]')).toHaveText(/\S/);
  const risk = answer.locator('[data-risk]').first();
  await expect(risk).toHaveText(/^(Read-only|Changes|Destructive|Unknown)$/);
  await expect(answer.locator('[data-usage=first-piece] dd')).toHaveText(/^\d+ ms$/);
  await expect(answer.locator('[data-usage=prompt] dd')).toHaveText(/^\d+$/);
  await expect(answer.locator('[data-usage=local] dd')).toHaveText(/^\d+$/);
  await expectAccessible(page);
});

test('the command can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await loggedIn(page);
  await page.goto('/playground');
  const request = page.getByLabel('What should the command do?');
  await request.fill('list running processes');
  await request.press('Enter');
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toHaveAttribute('data-phase', 'done', { timeout: 30_000 });
  const copy = answer.getByRole('button', { name: 'Copy the command' });
  await copy.click();
  await expect(copy).toContainText('Copied');
  const command = await answer.locator('[data-answer=command]').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);
});

test('what the gateway refuses is explained', async ({ page }) => {
  await loggedIn(page);
  await page.goto('/playground');
  const answer = await page.request.post('/api/commands', {
    headers: { 'X-Sigma-Admin': '1' },
    data: { request: '', shell: 'fish' },
  });
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain('"code":"invalid_request"');
});
