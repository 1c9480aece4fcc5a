import { NodeOperationError, type ITriggerFunctions } from 'n8n-workflow';
import { definitionFaults } from './definition-faults.ts';
import { evaluatesAmong, nodesBehind, wiringFaults } from './wiring-faults.ts';

/** n8n starts what was published before; refusing that now would end what works at least in part. */
const STARTED_AGAIN = ['init', 'leadershipChange'];

/**
 * Refuses a publication with which follow-ups could never be planned or sent: found later, it would be found by nobody, or once
 * for each customer. What a restart of n8n starts again is only told in its log.
 * @throws NodeOperationError that names the nodes and fields, and says what to do.
 */
export function requireSetup(context: ITriggerFunctions): void {
	const { name } = context.getNode();
	const faults = [
		...wiringFaults(context),
		...evaluatesAmong(nodesBehind(context, name)).flatMap((one) =>
			definitionFaults(one.parameters, context.getTimezone()).map((fault) => `"${one.name}": ${fault}`),
		),
	];
	if (faults.length === 0) return;
	const said = `${faults.join('. ')}.`;
	if (STARTED_AGAIN.includes(context.getActivationMode())) context.logger.error(said);
	// Of a failed publication n8n 2.39.10 shows the message only, so what to do stands in it.
	else throw new NodeOperationError(context.getNode(), said);
}
