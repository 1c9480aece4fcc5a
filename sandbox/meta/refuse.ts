import { now, type Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import { jsonAnswer, type Request } from '../http.ts';
import { world } from '../world.ts';
import { errorBody, graphError, type GraphError } from './errors.ts';

/** The Graph error a fault asks for, or null when it only delays. */
export function faultError(fault: Fault): GraphError | null {
	if (fault.mode !== undefined || (fault.status === undefined && fault.code === undefined)) return null;
	const error = graphError(
		fault.code ?? 2,
		fault.message ?? 'An unexpected error has occurred. Please retry your request later.',
		fault.message,
		fault.subcode,
	);
	return { ...error, status: fault.status ?? error.status };
}

/** Records a refusal and answers it in Meta's form. */
export function refuse(
	context: Context,
	request: Request,
	error: GraphError,
	headers?: Record<string, string>,
	sent?: { to: string | null; body: unknown },
): Response {
	const { code, subcode, message } = error;
	const to = sent?.to ?? request.req.path.replace(/^\/graph/, '');
	const refusal = {
		at: now(context),
		code,
		...(subcode && { subcode }),
		message: error.details ? `${message}: ${error.details}` : message,
		to,
		body: sent?.body ?? null,
	};
	context.ledger.refusals.push(refusal);
	context.ledger.tell({ type: 'refusal', refusal });
	const product = request.req.path.includes(world.whatsapp.phoneNumberId) ? 'whatsapp' : undefined;
	return jsonAnswer(errorBody(error, product), error.status, headers);
}
