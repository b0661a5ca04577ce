// The command line of evaluation officers, as it was built for the tests.
import { execFileSync } from 'node:child_process';

/** What `evaluations` prints when it is run with these arguments. */
export function evaluations(...given: string[]): string {
  const program = process.env.EE_EVALUATIONS;
  if (!program) throw new Error('EE_EVALUATIONS is not set; run `cargo xtask test e2e`');
  return execFileSync(program, given, { encoding: 'utf8' });
}
