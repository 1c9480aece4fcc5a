import { folderWithNodeHeaders } from './node-headers.ts';

/** Settings a person makes for npm as a whole; everything else that npm hands down belongs to the command that called us. */
const PERSONAL =
	/^npm_config_(registry|userconfig|globalconfig|cache|cafile|ca|strict_ssl|proxy|https_proxy|noproxy|nodedir|python|@.*|\/\/.*)$/i;

/**
 * The environment for an npm of its own. "npm run" passes its settings on as npm_config_…: with this project's
 * `ignore-scripts` among them, n8n's native parts would never be built.
 */
export function npmEnvironment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(
		([name]) => PERSONAL.test(name) || !(/^npm_/i.test(name) || name === 'INIT_CWD' || name === 'NODE_ENV'),
	);
	const headers = folderWithNodeHeaders();
	// node-gyp fetches the headers from nodejs.org unless it is told where they are; not every network lets it.
	return { ...(headers === undefined ? {} : { npm_config_nodedir: headers }), ...Object.fromEntries(kept) };
}
