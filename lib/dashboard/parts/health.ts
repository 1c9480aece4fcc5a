import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { Health } from '../view.ts';
import { fill } from '../words/index.ts';

interface Fact {
	name: string;
	value: string;
	tone?: 'good' | 'bad' | 'warn';
}

/** How everything is doing, in one line of small facts above the follow-ups. */
export function healthPart(context: Context, health: Health): Html {
	const { t } = context;
	return html`<section class="health" aria-label="${t.health.title}">
		<dl>
			${facts(context, health).map(
				({ name, value, tone }) =>
					html`<div>
						<dt>${name}</dt>
						<dd class="${tone ?? ''}">${value}</dd>
					</div>`,
			)}
		</dl>
	</section>`;
}

function facts(context: Context, { deliveredAt, spent }: Health): Fact[] {
	const { t, f, view } = context;
	return [
		{
			name: t.health.delivered,
			...(deliveredAt
				? { value: f.relative(deliveredAt) }
				: { value: t.health.noDelivery, tone: 'warn' as const }),
		},
		{
			name: t.health.collected,
			...(view.uncollected.length > 0
				? { value: t.health.collectedNot, tone: 'bad' as const }
				: { value: t.health.collectedAll, tone: 'good' as const }),
		},
		{
			name: t.health.accounts,
			...(view.pausedAccounts.length > 0
				? {
						value: fill(t.health.accountsPaused, { count: f.number(view.pausedAccounts.length) }),
						tone: 'bad' as const,
					}
				: { value: t.health.accountsFine, tone: 'good' as const }),
		},
		{ name: t.health.spent, value: spentWords(context, spent) },
	];
}

function spentWords({ t, f }: Context, spent: Health['spent']): string {
	const known = spent.filter(({ currency, amount }) => currency !== '' || amount > 0);
	const unknown = spent.reduce((sum, one) => sum + one.unknown, 0);
	const amounts = known.map(({ amount, currency }) => f.money(amount, currency)).join(' + ');
	const rest = unknown > 0 ? fill(t.health.spentUnknown, { count: f.number(unknown) }) : '';
	return [amounts || (unknown > 0 ? '' : t.health.spentNothing), rest].filter(Boolean).join(' ');
}
