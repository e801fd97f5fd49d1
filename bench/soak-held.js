import { isMainThread } from 'node:worker_threads';

/*
 * What `npm run soak` loads into the program before it starts. At each message it answers what the program holds, without
 * garbage. JavaScript, since what strips types would count with the program. Needs --expose-gc.
 */
if (isMainThread) answerWhatIsHeld();

function answerWhatIsHeld() {
  /** The worker that reads stories, if there is one now. */
  let worker = null;
  process.on('worker', (started) => {
    worker = started;
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
  });
  process.on('message', async () => {
    globalThis.gc();
    const { rss, heapUsed, external } = process.memoryUsage();
    const ofWorker = await worker?.getHeapStatistics();
    process.send({
      rss,
      heap: heapUsed + external,
      worker: ofWorker === undefined ? 0 : ofWorker.total_heap_size + ofWorker.external_memory,
      handles: process.getActiveResourcesInfo().length,
    });
  });
  // Alone, this keeps nothing running.
  process.channel.unref();
}
