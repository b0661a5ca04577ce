// Sets of our own for tests: two invented evaluations (crates/explorer-compiler/tests/sound), packed
// and as the objects of the JSON export.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../crates/explorer-compiler/tests/sound');

function evaluations(...given: string[]): Buffer {
  const program = process.env.EE_EVALUATIONS;
  if (!program) throw new Error('EE_EVALUATIONS is not set; run `cargo xtask test e2e`');
  return execFileSync(program, given);
}

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
  JSON.parse(evaluations('export', FOLDER, '--format', 'json').toString());
