import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Authority {
	/** The file for NODE_EXTRA_CA_CERTS. */
	file: string;
	/** What a server needs that answers under the names. */
	server: { key: Buffer; cert: Buffer };
}

/** A certificate authority of its own, as a company has one, with a certificate for a server of these names. */
export function newAuthority(names: string[]): Authority {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-authority-'));
	const [caKey, ca, key, request, cert, extensions] = [
		...['ca.key', 'ca.pem', 'server.key', 'server.csr', 'server.pem', 'extensions'],
	].map((name) => join(folder, name)) as [string, string, string, string, string, string];
	const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	openssl('req', '-x509', ...curve, '-keyout', caKey, '-out', ca, '-days', '2', '-subj', '/CN=Company');
	openssl('req', ...curve, '-keyout', key, '-out', request, '-subj', '/CN=Server');
	const alternatives = names.map((name) => `${/^[\d.]+$/.test(name) ? 'IP' : 'DNS'}:${name}`);
	writeFileSync(extensions, `subjectAltName=${alternatives.join(',')}\n`);
	const signedBy = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', extensions];
	openssl('x509', '-req', '-in', request, '-out', cert, ...signedBy);
	return { file: ca, server: { key: readFileSync(key), cert: readFileSync(cert) } };
}

function openssl(...args: string[]): void {
	execFileSync('openssl', args, { stdio: 'pipe' });
}
