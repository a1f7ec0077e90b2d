import { expect, expectAccessible, loggedIn, test } from './admin';
import { expected, wanted, type Shown } from './figures';
import { readMetrics, seriesOf, shown } from './metrics';
import { API_KEY, SERVICES } from './platform';

test('every service is ready', async ({ page }) => {
  await loggedIn(page);
  for (const { name, url } of SERVICES) {
    const card = page.locator(`[data-service="${name}"]`);
    await expect(card).toHaveAttribute('data-state', 'ready');
    await expect(card.getByText('Ready', { exact: true }).first()).toBeVisible();
    await expect(card).toContainText(new URL(url).host);
  }
  await expect(page.getByRole('status')).toHaveText(
    `${SERVICES.length} of ${SERVICES.length} services ready`,
  );
  await expectAccessible(page);
});

for (const { name, url } of SERVICES) {
  test(`${name}: every figure is the service's own`, async ({ page }) => {
    await loggedIn(page);
    const card = page.locator(`[data-service="${name}"]`);
    await expect(card.locator('[data-figure]').first()).toBeVisible();
    await expect(async () => {
      const before = await readMetrics(url);
      await page.waitForTimeout(2500); // two snapshots: the second is from after `before`
      const figures = await card.locator('dl > [data-figure]').evaluateAll((all): Shown[] =>
        all.map((e) => ({
          id: e.getAttribute('data-figure') ?? '',
          value: e.getAttribute('data-value'),
          text: e.querySelector('dd')?.textContent?.trim() ?? '',
        })),
      );
      const after = await readMetrics(url);
      expect(shown(after), 'the system is idle').toEqual(shown(before));
      expect(figures.map((f) => f.id)).toEqual(expect.arrayContaining(wanted(name, after)));
      expect(figures).toEqual(figures.map((f) => expected(f.id, after)));
    }).toPass({ timeout: 30_000 });
  });
}

for (const { name, url } of SERVICES.filter((s) => s.name.startsWith('worker'))) {
  test(`${name}: the engine is described as the service does`, async ({ page }) => {
    await loggedIn(page);
    const [info] = seriesOf(await readMetrics(url), 'sigma_engine_info');
    const card = page.locator(`[data-service="${name}"]`);
    for (const [label, value] of Object.entries(info?.[0] ?? {})) {
      await expect(card.locator(`[data-label="${label}"]`)).toHaveAttribute('title', value);
    }
    expect(Object.keys(info?.[0] ?? {})).toHaveLength(7);
  });
}

for (const { name, url } of SERVICES.filter((s) => s.name.startsWith('gateway'))) {
  test(`${name}: workers are shown as it sees them`, async ({ page }) => {
    await loggedIn(page);
    const metrics = await readMetrics(url);
    const rows = page.locator(`[data-service="${name}"] [data-worker]`);
    await expect(rows).toHaveCount(seriesOf(metrics, 'sigma_gateway_worker_ready').length);
    for (const [of, value] of seriesOf(metrics, 'sigma_gateway_worker_ready')) {
      const ready = page.locator(
        `[data-worker="${of.worker}"] [data-figure="sigma_gateway_worker_ready"]`,
      );
      await expect(ready).toHaveAttribute('data-value', value);
      await expect(ready).toHaveText(Number(value) === 1 ? 'yes' : 'no');
    }
    for (const [of, value] of seriesOf(metrics, 'sigma_gateway_circuit_open')) {
      const circuit = page.locator(
        `[data-worker="${of.worker}"] [data-figure="sigma_gateway_circuit_open"]`,
      );
      await expect(circuit).toHaveAttribute('data-value', value);
      await expect(circuit).toHaveText(['closed', 'open', 'half open'][Number(value)] ?? '');
    }
  });
}

test('figures follow the services', async ({ page }) => {
  await loggedIn(page);
  const workers = SERVICES.filter((s) => s.name.startsWith('worker'));
  const written = async () =>
    Promise.all(
      workers.map(async (w) => (await readMetrics(w.url)).get('sigma_completion_tokens_total{}')),
    );
  const shownNow = () =>
    Promise.all(
      workers.map((w) =>
        page
          .locator(`[data-service="${w.name}"] [data-figure="sigma_completion_tokens_total"]`)
          .getAttribute('data-value'),
      ),
    );
  const before = await written();
  await expect.poll(shownNow).toEqual(before);
  const answer = await page.request.post('/api/commands', {
    headers: { 'X-Sigma-Admin': '1' },
    data: { request: 'show the size of each folder here' },
  });
  expect(await answer.text()).toContain('[DONE]');
  const after = await written();
  expect(after).not.toEqual(before);
  await expect.poll(shownNow, { timeout: 3000 }).toEqual(after);
});

test('at 400 px nothing is cut off, and the key is nowhere', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await loggedIn(page);
  await expect(page.locator('[data-figure]').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  if (API_KEY) {
    const snapshot = await (await page.request.get('/api/overview')).text();
    expect(snapshot + (await page.content())).not.toContain(API_KEY);
  }
});
