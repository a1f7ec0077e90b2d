package dev.sigma.benchmarks.cpu;

import java.io.IOException;

/**
 * A contender as it is run.
 *
 * @param threads that it uses, where it has a choice; else 0
 */
record Side(PeerProcess peer, int threads) {

  /** Runs a workload once; returns tokens a second. */
  double rate(Workload workload) throws IOException {
    return workload.tokens() / peer.ask(workload.request(threads)).seconds();
  }
}
