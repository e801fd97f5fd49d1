import { spentMs } from '../../../src/services/library/cost-watch.ts';

/* The odd worker, after a start that costs 300 ms of processor time. */
const untilMs = spentMs(process.threadCpuUsage()) + 300;
while (spentMs(process.threadCpuUsage()) < untilMs);
await import('../library/odd-worker.ts');
