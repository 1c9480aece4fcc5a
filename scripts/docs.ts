import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_ROWS } from '../lib/messaging/errors/table.ts';
import { errorCodesPage } from './docs/error-codes-page.ts';
import { PROJECT_DIR } from './shared/project.ts';

/** Writes the pages of docs/ that are made from code. */
writeFileSync(join(PROJECT_DIR, 'docs', 'error-codes.md'), errorCodesPage(ERROR_ROWS));
