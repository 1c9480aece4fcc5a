import type { CredentialToImport } from '../../../scripts/n8n/types.ts';
import { FORM_LOGIN } from './form.ts';

/** Credentials besides those for Meta and the model: what templates ask of n8n itself. */
export function ownCredentials(): CredentialToImport[] {
	const { username: user, password } = FORM_LOGIN;
	return [{ id: 'e2eForms', name: 'Forms', type: 'httpBasicAuth', data: { user, password } }];
}
