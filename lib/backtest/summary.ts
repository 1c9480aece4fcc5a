import type { SimulatedConversation, SimulatedFollowUp, SimulationSummary } from './types.ts';

/** The figures of a simulation. */
export function summaryOf(conversations: readonly SimulatedConversation[]): SimulationSummary {
	const all = conversations.flatMap(({ followUps }) => followUps);
	const sum = (name: 'calls' | 'inputTokens' | 'outputTokens') =>
		all.reduce((total, { model }) => total + (model?.[name] ?? 0), 0);
	return {
		conversations: conversations.length,
		withFollowUps: conversations.filter(({ followUps }) => followUps.some(goes)).length,
		byFollowUp: [...Map.groupBy(all, ({ chatbot, id }) => JSON.stringify([chatbot, id])).values()].map(
			figuresOf,
		),
		costs: costsOf(all),
		model: { calls: sum('calls'), inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens') },
	};
}

const goes = ({ outcome }: SimulatedFollowUp) => outcome === 'send';

function figuresOf(own: SimulatedFollowUp[]): SimulationSummary['byFollowUp'][number] {
	const { chatbot, id, name } = own[0] as SimulatedFollowUp;
	const ended = Map.groupBy(
		own.filter((one) => !goes(one)),
		({ reason }) => reason.code,
	);
	return {
		...{ chatbot, id, name, send: own.filter(goes).length },
		ended: [...ended]
			.map(([code, those]) => ({ code, count: those.length }))
			.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
	};
}

function costsOf(all: SimulatedFollowUp[]): SimulationSummary['costs'] {
	const costs = all.flatMap(({ cost }) => (cost ? [cost] : []));
	return [...Map.groupBy(costs, ({ currency }) => currency)].map(([currency, own]) => {
		const known = own.filter(({ low, high }) => low !== undefined && high !== undefined);
		const sum = (name: 'low' | 'high') =>
			Number(known.reduce((total, one) => total + (one[name] as number), 0).toFixed(6));
		return {
			...{ currency, messages: own.length, low: sum('low'), high: sum('high') },
			unknown: own.length - known.length,
		};
	});
}
