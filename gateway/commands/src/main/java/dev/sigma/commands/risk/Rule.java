package dev.sigma.commands.risk;

/** Judges the invocations of one utility whose options change the picture. */
@FunctionalInterface
interface Rule {
  void judge(Invocation invocation, Judge judge);

  /** Only looks where one of {@code options} is given; else as {@code utilities.txt} tells. */
  static Rule looksWith(String options) {
    return (i, judge) -> {
      if (!i.options().has(options)) {
        judge.byTable(i);
      }
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
