package dev.sigma.gateway.digest;

/** One way in which tables are written. */
@FunctionalInterface
interface TableForm {

  /** What stands in this form from line {@code at} on, which is not empty. */
  Taken read(Lines lines, int at);

  /**
   * Lines that were recognised; they may still hold no table that is sure.
   *
   * @param lines how many; 0 where the form is another
   */
  record Taken(int lines, Table table) {

    static final Taken NOTHING = new Taken(0, Table.EMPTY);

    static Taken withoutTable(int lines) {
      return new Taken(lines, Table.EMPTY);
    }
  }
}
