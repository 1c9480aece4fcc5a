import { now, type Context } from '../context.ts';
import { hold, jsonAnswer, loseAnswer, losesAnswer, type Request } from '../http.ts';
import { labelOf } from '../media/label.ts';
import { errorOfStatus, modelError } from './errors.ts';

/** The models that write down speech; none of them listens. */
export const transcriptionModels = ['whisper-1', 'sandbox-ears-1'];

/** `POST /audio/transcriptions`: reads what the file says of itself. */
export async function transcribe(context: Context, request: Request): Promise<Response> {
	const started = performance.now();
	const form = await request.req.formData().catch(() => undefined);
	const file = form?.get('file');
	const model = String(form?.get('model') ?? '');
	const fault = context.faults.take('model');
	const answered = (status: number | string, answer: unknown, headers?: Record<string, string>): Response => {
		const size = file instanceof File ? file.size : 0;
		const name = file instanceof File ? file.name : null;
		const ms = Math.round(performance.now() - started);
		context.modelLog.add({
			at: now(context),
			ms,
			status,
			request: { model, file: name, bytes: size },
			answer,
		});
		return jsonAnswer(answer, Number(status), headers);
	};
	if (fault?.delayMs) await hold(fault.delayMs);
	if (fault && losesAnswer(fault)) return loseAnswer(request, fault);
	if (fault?.body !== undefined) return answered(fault.status ?? 200, fault.body, fault.headers);
	if (fault?.status !== undefined)
		return answered(fault.status, errorOfStatus(fault.status, fault.message), fault.headers);
	const refused = (message: string, status = 400) =>
		answered(status, modelError(message, 'invalid_request_error', null));
	if (!(file instanceof File)) return refused("Missing required parameter: 'file'.");
	if (!transcriptionModels.includes(model))
		return refused(
			`The model \`${model}\` does not exist. The sandbox has: ${transcriptionModels.join(', ')}.`,
			404,
		);
	const text = labelOf(new Uint8Array(await file.arrayBuffer()));
	const note = 'The sandbox cannot listen: this is the label of the file.';
	return answered(200, { text: text ?? '', sandbox: note });
}
