package dev.sigma.commands.risk;

/** Judges the invocations of one utility whose options change the picture. */
@FunctionalInterface
interface Rule {
  void judge(Invocation invocation, Judge judge);

  /**
   * Only looks where one of {@code options} is given, and none but them and {@code others}; else as
   * {@code utilities.txt} tells.
   */
  static Rule looksWith(String options, String others) {
    return (i, judge) -> {
      Options given = i.options();
      if (!given.has(options) || !given.only(options + " " + others)) {
        judge.byTable(i);
      }
    };
  }

  /** Writes the file that one of {@code outputs} names; else only looks. */
  static Rule writesWith(String outputs) {
    return (i, judge) -> {
      Options options = i.options(outputs);
      options.values(outputs).forEach(file -> judge.writes(file, false));
      judge.reads(options.operands());
    };
  }

  /** Changes something where one of {@code options} is given; else only looks. */
  static Rule changesWith(String options, String text) {
    return (i, judge) -> {
      if (i.options().has(options)) {
        judge.changes(i, Findings.WRITES, text);
      } else {
        judge.reads(i.options().operands());
      }
    };
  }
}
