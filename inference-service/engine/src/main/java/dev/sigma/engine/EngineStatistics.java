package dev.sigma.engine;

/**
 * Gauges (now) and counters (since start) of an engine.
 *
 * @param failure why the engine can no longer serve; empty: it can
 * @param waiting requests not yet in a step
 * @param running requests in the running batch
 * @param blocks blocks in each pool
 * @param blocksInUse blocks that running requests hold
 * @param blocksCached blocks that only the prefix index holds
 * @param steps steps run
 * @param promptTokens prompt tokens of admitted requests
 * @param cachedTokens those of them whose K/V was there already
 * @param remoteTokens those of the cached ones that another worker had computed
 * @param completionTokens tokens drawn
 * @param preemptions sequences that lost their blocks and were computed again
 */
public record EngineStatistics(
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
    long preemptions) {}
