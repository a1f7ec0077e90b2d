package dev.sigma.engine.schedule;

/**
 * How an engine loop is doing: gauges as of its newest step, counters since its start.
 *
 * @param failure why it can no longer serve; empty: it can
 * @param waiting requests not in the running batch: new ones, and those that lost their blocks
 * @param running requests in the running batch
 * @param blocks blocks in each pool
 * @param blocksInUse blocks that requests hold
 * @param blocksCached blocks that only the prefix index holds
 * @param steps steps run
 * @param promptTokens prompt tokens of admitted requests
 * @param cachedTokens those of them whose K/V was there already
 * @param remoteTokens those of the cached ones that another worker had computed
 * @param completionTokens tokens drawn
 * @param preemptions sequences that lost their blocks and were computed again
 */
public record LoopStatistics(
    String failure,
    int waiting,
    int running,
    int blocks,
    int blocksInUse,
    int blocksCached,
    long steps,
    long promptTokens,
    long cachedTokens,
    long remoteTokens,
    long completionTokens,
    long preemptions) {

  LoopStatistics withMoreWaiting(int more) {
    return new LoopStatistics(
        failure,
        waiting + more,
        running,
        blocks,
        blocksInUse,
        blocksCached,
        steps,
        promptTokens,
        cachedTokens,
        remoteTokens,
        completionTokens,
        preemptions);
  }
}
