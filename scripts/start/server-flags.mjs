/**
 * How V8 keeps its memory in the process that serves: young objects in a third of what it would take for them, and a limit by which it collects the old in time.
 * Under load the server stays under 350 MB with them, else it reaches 650 (docs/operations.md). NODE_OPTIONS with a limit of one's own counts instead.
 */
export const serverFlags = () => (/max-old-space-size/.test(process.env.NODE_OPTIONS ?? '') ? [] : ['--max-semi-space-size=8', '--max-old-space-size=512'])
