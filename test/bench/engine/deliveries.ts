import { SANDBOX_SECRETS } from '../../../harness/demo/credentials.ts';
import { customerMessage, status } from '../../../sandbox/meta/payloads/whatsapp.ts';
import { metaJson, signatureOf } from '../../../sandbox/meta/signature.ts';
import { world } from '../../../sandbox/world.ts';
import type { Bench } from '../bench.ts';
import type { Engine } from '../built-engine.ts';
import { percentile } from '../statistics.ts';
import { timed } from '../timed.ts';

/** Parsing a delivery and checking its signature: one update, and the thousand that one delivery may carry. */
export async function measureDeliveries(bench: Bench, engine: Engine): Promise<void> {
	for (const updates of [1, 1_000]) {
		const bytes = Buffer.from(delivery(updates));
		const signature = signatureOf(bytes.toString(), SANDBOX_SECRETS.appSecret);
		const { wall: took } = await timed(updates === 1 ? 2_000 : 100, () => {
			const verified = engine.verifySignature(bytes, signature, [SANDBOX_SECRETS.appSecret]);
			const { events } = engine.parseWebhook(JSON.parse(bytes.toString('utf8')));
			if (!verified || events.length !== updates) throw new Error(`${events.length} of ${updates} events`);
		});
		bench.keep(`parse and verify ${updates}, ms`, took);
		for (const share of [0.5, 0.99]) {
			bench.figure({
				...{ name: `parse and verify a delivery of ${updates}, p${share * 100}`, unit: 'ms' },
				...{ value: percentile(took, share), runs: took.length },
				...(updates === 1_000 && share === 0.5 ? { target: { atMost: 50, of: 'value' } as const } : {}),
				note: `${(bytes.length / 1024).toFixed(1)} KiB, messages and statuses of WhatsApp`,
			});
		}
	}
}

function delivery(updates: number): string {
	const changes = Array.from({ length: updates }, (_, index) => {
		const phone = `+5730${String(index).padStart(8, '0')}`;
		const customer: Parameters<typeof customerMessage>[0] = {
			...{ id: `c${index}`, name: `Eva ${index}`, channel: 'whatsapp', phone, contactId: phone.slice(1) },
			...{ userId: `CO.${index}`, createdAt: '' },
		};
		const id = `wamid.${index}`;
		const text = { type: 'text', text: { body: `Message ${index}: ¿me ayuda con una cita?` } };
		const recorded = { id } as Parameters<typeof status>[0];
		const { change: value, field } =
			index % 4 === 0
				? customerMessage(customer, id, Date.now(), text)
				: status(recorded, { phone, customer }, 'delivered', Date.now(), {});
		return { value, field };
	});
	return metaJson({
		object: 'whatsapp_business_account',
		entry: [{ id: world.whatsapp.account, changes }],
	});
}
