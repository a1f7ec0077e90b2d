package dev.sigma.gateway.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that are told without a header.
 *
 * @param titles that the header would have had; one is empty where the column says nothing
 * @param patterns of the pieces of a row
 * @param rest whether any more pieces follow, which are one text
 */
record RowForm(List<String> titles, List<Pattern> patterns, boolean rest) {

  private static final String REST = "…";
  private static final String NAMESPACE = "[a-z0-9][a-z0-9-]*+";
  private static final String WORD = "[^ ]++";
  private static final String READY = "[0-9]{1,4}+/[0-9]{1,4}+";
  private static final String COUNT = "[0-9]{1,9}+";
  private static final String BLOCKS = "[0-9]{1,13}+";
  private static final String AGE = "([0-9]{1,6}+[ydhms]){1,4}+";
  private static final String POD_STATE = "(Init:|Signal:)?[A-Z][A-Za-z0-9:/]*+";
  private static final String RESTARTS = "[0-9]{1,6}+( \\(" + AGE + " ago\\))?+";
  private static final String CLOCK = "([0-9]{1,4}-)?[0-9]{1,5}+(:[0-9]{2}){1,2}+(\\.[0-9]{2})?+";
  private static final String DECIMAL = "[0-9]{1,4}+\\.[0-9]";
  private static final String BYTES = "[0-9]{1,6}+(\\.[0-9]{1,3}+)?+([KMGTP]i?+)?+B?+";
  private static final String PERCENT = "[0-9]{1,3}+%";
  private static final String PATH = "/[^ ]*+";

  /** In the order in which they are tried. */
  static final List<RowForm> ALL =
      Stream.concat(
              kubernetes(),
              Stream.of(
                  of(
                      "USER|PID|%CPU|%MEM|VSZ|RSS|TTY|STAT|START|TIME|COMMAND",
                      WORD,
                      COUNT,
                      DECIMAL,
                      DECIMAL,
                      COUNT,
                      COUNT,
                      WORD,
                      "[A-Z][A-Za-z<+]{0,5}+",
                      WORD,
                      CLOCK,
                      REST),
                  of(
                      "UID|PID|PPID|C|STIME|TTY|TIME|CMD",
                      WORD,
                      COUNT,
                      COUNT,
                      COUNT,
                      WORD,
                      WORD,
                      CLOCK,
                      REST),
                  of(
                      "JOBID|PARTITION|NAME|USER|ST|TIME|NODES|NODELIST(REASON)",
                      "[0-9]{1,12}+[0-9_\\[\\]%,-]*+",
                      WORD,
                      WORD,
                      WORD,
                      "[A-Z]{1,3}+",
                      CLOCK,
                      COUNT,
                      REST),
                  of(
                      "UNIT|LOAD|ACTIVE|SUB|DESCRIPTION",
                      "[^ ]+\\.(service|timer|socket|mount|target|path|scope|slice|device|swap)",
                      "loaded|not-found|masked|error|bad-setting",
                      "[a-z]{2,15}+",
                      "[a-z-]{2,15}+",
                      REST),
                  of(
                      "Filesystem|Size|Used|Avail|Use%|Mounted on",
                      WORD, BYTES, BYTES, BYTES, PERCENT, PATH),
                  of(
                      "Filesystem|1K-blocks|Used|Available|Use%|Mounted on",
                      WORD, BLOCKS, BLOCKS, BLOCKS, PERCENT, PATH),
                  of(
                      "REPOSITORY|TAG|IMAGE ID|CREATED|SIZE",
                      WORD,
                      WORD,
                      "[0-9a-f]{12}",
                      "[A-Za-z0-9 ]{4,40} ago",
                      "[0-9.]{1,8}+[kMGT]?+B"),
                  of(
                      "NAME|STATE|INFO",
                      "[A-Za-z0-9_.:-]++",
                      "RUNNING|STOPPED|FATAL|EXITED|STARTING|BACKOFF|STOPPING",
                      REST),
                  of(
                      "Proto|Recv-Q|Send-Q|Local Address|Foreign Address|State|PID/Program name",
                      "(tcp|udp)6?",
                      COUNT,
                      COUNT,
                      "[^ ]+:[0-9]++",
                      "[^ ]+:[0-9*]++",
                      "[A-Z_0-9]{5,12}+",
                      "[0-9]{1,10}+/[^ ]++|-"),
                  of("NAME|STATE|", "[a-z][A-Za-z0-9.@_-]*+", "UP|DOWN|UNKNOWN", REST)))
          .toList();

  /** kubectl's. */
  private static Stream<RowForm> kubernetes() {
    Stream<RowForm> pods =
        Stream.of(
            of("NAME|READY|STATUS|RESTARTS|AGE", WORD, READY, POD_STATE, RESTARTS, AGE),
            of(
                "NAME|READY|STATUS|RESTARTS|AGE|IP|NODE||",
                WORD,
                READY,
                POD_STATE,
                RESTARTS,
                AGE,
                WORD,
                WORD,
                WORD,
                WORD),
            of("NAME|READY|UP-TO-DATE|AVAILABLE|AGE", WORD, READY, COUNT, COUNT, AGE));
    RowForm jobs =
        of(
            "NAME|STATUS|COMPLETIONS|DURATION|AGE",
            WORD,
            "Complete|Failed|Running|Suspended",
            READY,
            AGE,
            AGE);
    RowForm top =
        of("NAME|CPU(cores)|MEMORY(bytes)", WORD, "[0-9]{1,7}+m", "[0-9]{1,9}+(Ki|Mi|Gi)");
    return Stream.of(
            pods.flatMap(form -> Stream.of(form, form.ofAllNamespaces())),
            Stream.of(jobs, top, top.ofAllNamespaces()))
        .flatMap(forms -> forms);
  }

  private static RowForm of(String titles, String... patterns) {
    boolean rest = patterns[patterns.length - 1].equals(REST);
    return new RowForm(
        Bars.list(titles),
        Arrays.stream(patterns).filter(p -> !p.equals(REST)).map(Pattern::compile).toList(),
        rest);
  }

  private RowForm ofAllNamespaces() {
    List<String> longer = new ArrayList<>(titles);
    longer.addFirst("NAMESPACE");
    List<Pattern> more = new ArrayList<>(patterns);
    more.addFirst(Pattern.compile(NAMESPACE));
    return new RowForm(longer, more, rest);
  }

  boolean fits(List<String> pieces) {
    int n = patterns.size();
    if (rest ? pieces.size() < n : pieces.size() != n) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (!patterns.get(i).matcher(pieces.get(i)).matches()) {
        return false;
      }
    }
    return true;
  }

  Optional<List<String>> row(List<String> pieces) {
    if (!fits(pieces)) {
      return Optional.empty();
    }
    if (!rest) {
      return Optional.of(pieces);
    }
    List<String> row = new ArrayList<>(pieces.subList(0, patterns.size()));
    row.add(Text.joined(pieces, patterns.size(), pieces.size()));
    return Optional.of(row);
  }
}
