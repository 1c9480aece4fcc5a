import type { RefusedDeliveries } from '../../lib/index.ts';
import { dashboardPage } from '../../lib/dashboard/page.ts';
import { NASTY, NOW, sampleView } from './sample.ts';

const ACCOUNT = { channel: 'whatsapp' as const, account: '210000000000001' };
const lastAt = NOW.toISOString();
const page = (lang: 'en' | 'es', ...refused: RefusedDeliveries[]) =>
	dashboardPage(sampleView('followUps', { lang, refused, pausedAccounts: [] }));

const foreign: RefusedDeliveries = {
	...{ cause: 'other_app', ...ACCOUNT, count: 7, lastAt },
	owner: { appId: '1001', name: 'Clinic' },
	by: { name: NASTY.name },
};

test('what was refused today is counted, with the cause and what to do, in both languages', () => {
	const wrong: RefusedDeliveries = { cause: 'wrong_signature', count: 3, lastAt };
	expect(page('en', wrong)).toMatch(/Deliveries refused today: 3[^]*3 × The App Secret does not fit/);
	expect(page('es', wrong)).toMatch(/Entregas rechazadas hoy: 3[^]*3 × El App Secret no corresponde/);
	const token: RefusedDeliveries = { cause: 'wrong_verify_token', count: 1, lastAt };
	expect(page('en', wrong, token)).toMatch(/refused today: 4[^]*1 × The Verify Token does not fit/);
});

test('an account of another app is named with both apps, and released by a button that asks first', () => {
	const html = page('en', foreign);
	expect(html).toMatch(/WhatsApp account 210000000000001 belongs to app 1001 \(credential “Clinic”\)/);
	expect(html).toContain('token-of-releaseAccount-whatsapp-210000000000001');
	expect(html).toMatch(/data-confirm="Release the WhatsApp account 210000000000001 from app 1001/);
	expect(html).not.toContain(NASTY.name);
	expect(page('es', foreign)).toMatch(/La cuenta 210000000000001 de WhatsApp pertenece a la app 1001/);
});

test('after a release the button is gone, and who refuses nothing sees nothing', () => {
	const { owner: _owner, ...released } = foreign;
	expect(page('en', released)).not.toContain('releaseAccount');
	expect(page('en')).not.toContain('refused today');
	// It does not come from Meta, and nobody has to do anything.
	expect(page('en', { cause: 'no_signature', count: 400, lastAt })).not.toContain('refused today');
});
