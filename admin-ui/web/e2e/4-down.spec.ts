import { expect, loggedIn, test } from './admin';
import { WORKER_NAME, WORKER_PID } from './platform';

/** Kills a worker, so it runs only where a process id is given for it, and after all others. */
test('a killed worker shows as down within 5 s', async ({ page }) => {
  test.skip(!WORKER_PID, 'SIGMA_WORKER_PID is not set');
  await loggedIn(page);
  const card = page.locator(`[data-service="${WORKER_NAME}"]`);
  await expect(card).toHaveAttribute('data-state', 'ready');
  const killed = Date.now();
  process.kill(Number(WORKER_PID), 'SIGKILL');
  await expect(card).toHaveAttribute('data-state', 'down', { timeout: 5000 });
  test.info().annotations.push({ type: 'shown after', description: `${Date.now() - killed} ms` });
  expect(Date.now() - killed).toBeLessThan(5000);
  await expect(card.getByText('Down', { exact: true })).toBeVisible();
  await expect(card.locator('.reason')).not.toBeEmpty();
  await expect(card.locator('[data-figure]')).toHaveCount(0); // no old figure stays
});
