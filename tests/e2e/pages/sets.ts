// Sets of our own for tests: two invented evaluations (crates/explorer-compiler/tests/sound), packed
// and as the objects of the JSON export.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluations } from './command';

const FOLDER = join(__dirname, '../../../crates/explorer-compiler/tests/sound');

/** The bytes of a packed set. */
export function packedSet(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-'));
  try {
    const file = join(folder, 'own.eep');
    evaluations('pack', FOLDER, '-o', file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The objects of its JSON export. */
export const exportedSet = (): any =>
  JSON.parse(evaluations('export', FOLDER, '--format', 'json'));
