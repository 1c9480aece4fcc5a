import type { Customer, Delivery } from '../ledger.ts';
import type { Context } from '../context.ts';
import { jsonAnswer, objectBody, type Request } from '../http.ts';

/** An error of the control API. */
export const bad = (message: string, status = 400) => jsonAnswer({ error: message }, status);

type WithCustomer = (customer: Customer, input: Record<string, unknown>, at: number) => Promise<Response>;

/** Runs with the customer of the path, the body and its `at`; answers what is wrong with them otherwise. */
export async function withCustomer(context: Context, request: Request, run: WithCustomer): Promise<Response> {
	const id = request.req.param('id') ?? '';
	const customer = context.ledger.customers.get(id);
	if (!customer) return bad(`There is no customer "${id}". GET /api/state lists them.`, 404);
	const input = await objectBody(request);
	const at = input['at'] === undefined ? context.clock() : new Date(input['at'] as string | number).getTime();
	if (Number.isNaN(at))
		return bad(`"at" is ${JSON.stringify(input['at'])}; it must be a time in ISO 8601 or milliseconds.`);
	return run(customer, input, at);
}

/** An answer, with `wait: true` after the first attempt to deliver and with what came of it. */
export async function answered(
	input: Record<string, unknown>,
	result: object,
	sent: Promise<Delivery[]>,
): Promise<Response> {
	return jsonAnswer({ ...result, ...(input['wait'] === true && { deliveries: await sent }) });
}
