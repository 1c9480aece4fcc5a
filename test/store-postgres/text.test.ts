import { newCustomer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { START } from '../support/time.ts';

describe.each(databases)('texts on $name', (kind) => {
	const open = useStore(kind);

	test.each(['👩🏽‍🚀 ¡Qué día!', 'half a pair \ud83d', 'a\0b', "'; drop table messages; --", '\\'])(
		'%j is taken in, so that Meta does not deliver it for days',
		async (text) => {
			const customer = newCustomer();
			await open.store.ingest([customer.writes(text)], START);
			const [message] = await open.store.transcript(customer.key, 1);
			const visible = (value: string) => value.replaceAll(/[\0\uFFFD\ud83d](?!\udc69|\ude80)/g, '');
			expect(visible(message?.text ?? '')).toBe(visible(text));
		},
	);
});
