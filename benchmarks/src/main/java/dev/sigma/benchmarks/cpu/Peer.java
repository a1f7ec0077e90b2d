package dev.sigma.benchmarks.cpu;

/** What answers requests inside a process of its own. */
interface Peer extends AutoCloseable {

  /** What it is and what of the processor it uses, for people. */
  String description();

  PeerReply answer(PeerRequest request);

  @Override
  void close();
}
