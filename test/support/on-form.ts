import type { INodeParameters } from 'n8n-workflow';
import { followUpsParameter } from '../../nodes/FollowUpEvaluate/parameters/follow-ups.ts';

const [{ values: shown = [] } = {}] = (followUpsParameter.options ?? []) as { values?: { name: string }[] }[];
const ON_PANEL: ReadonlySet<string> = new Set(shown.map(({ name }) => name));

/** A follow-up as the panel of Follow-Up Evaluate holds it: what does not stand on it at once is among its options. */
export function onForm({ options, ...fields }: INodeParameters): INodeParameters {
	const all = Object.entries(fields);
	const added = Object.fromEntries(all.filter(([key]) => !ON_PANEL.has(key)));
	const onPanel = Object.fromEntries(all.filter(([key]) => ON_PANEL.has(key)));
	return { ...onPanel, options: { ...added, ...(options as INodeParameters | undefined) } };
}
