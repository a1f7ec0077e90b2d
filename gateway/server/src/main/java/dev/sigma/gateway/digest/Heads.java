package dev.sigma.gateway.digest;

import java.util.List;
import java.util.Set;

/** What columns hold, by their titles in capitals ({@link Titles#upper}). */
final class Heads {

  /** Free text. */
  private static final Set<String> TEXTS =
      Bars.set(
          """
          COMMAND|CMD|ARGS|DESCRIPTION|MESSAGE|WHAT|QUERY|INFO|PROCESS|TITLE|CHANGE-CAUSE|
          REASON|OPTIONS|CONFIG FILES|NOTES|SELECTOR
          """);

  /** Say nothing by themselves, and texts do not. */
  private static final Set<String> NEITHER =
      Bars.set(
          """
          PORTS|PORT(S)|PORT|START|STIME|STARTED|LOGIN@|NET I/O|NET IO|BLOCK I/O|BLOCK IO|
          UUID|MAJ:MIN|DIGEST|IP|ADDRESS|LOCAL ADDRESS:PORT|PEER ADDRESS:PORT|LOCAL ADDRESS|
          FOREIGN ADDRESS|CLUSTER-IP|RM|RO|PR|LAST|NEXT|NOMINATED NODE|READINESS GATES|FD|
          DEVICE|SCHEDULE|SHR|CURRENT|CONTAINER ID|IMAGE ID|NETWORK ID|RECV-Q|SEND-Q|C|IDLE|
          JCPU|PCPU|DID
          """);

  /** Numbers that are no amounts. */
  private static final Set<String> NAMED_BY_NUMBER =
      Bars.set(
          """
          PID|PPID|UID|GID|ID|JOBID|JOB ID|INDEX|GPU|DEV|REV|NODE|REVISION|INODE|DISK|CHAN|
          TAG|VERSION|APP VERSION|SESSION|PRIORITY|PRIO|NI|DID
          """);

  private static final Set<String> STATES =
      Bars.set(
          """
          STATUS|STATE|STAT|ST|S|PHASE|HEALTH|ACTIVE|SUB|AVAILABILITY|SUSPEND
          """);

  private static final Set<String> OWNERS =
      Bars.set(
          """
          USER|OWNER|GROUP|NODE|TYPE|PARTITION|NAMESPACE|KIND|QUEUE|USENAME|DATNAME|DB|REASON|
          ROLES|CLASS|STORAGECLASS|FSTYPE|DRIVER
          """);

  private static final Set<String> AGES =
      Bars.set(
          """
          AGE|CREATED|CREATED AT|LAST SEEN|DATE|UPDATED|LAST SCHEDULE
          """);

  private static final Set<String> READY =
      Bars.set(
          """
          READY|COMPLETIONS|REPLICAS
          """);

  /** What people ask for the most of, in this order. */
  private static final List<String> AMOUNTS =
      Bars.list(
          """
          RESTARTS|↺|%CPU|CPU%|CPU %|CPU(CORES)|PCPU|CPU|UTIL|GPU%|%MEM|MEM%|MEM %|PMEM|
          MEMORY%|MEMORY(BYTES)|MEM USAGE / LIMIT|MEM USAGE|MEMORY|MEM|VRAM USED|GPU MEM|
          VRAM%|RES|RSS|SIZE|COUNT|CHANGES|USE%|CAPACITY|AVAIL|FREE|USED|AGE|CREATED|DATE|
          UPDATED|LAST SEEN|TIME|TIME+|ELAPSED|ETIME|DURATION|TEMP|POWER
          """);

  private static final int READY_RANK = 1;
  private static final int FIRST_AMOUNT = 2;
  private static final int OWNERS_RANK = 100;
  private static final int AMOUNTS_RANK = 200;
  private static final int OTHERS_RANK = 300;

  private Heads() {}

  static boolean isText(String head) {
    return TEXTS.contains(head);
  }

  static boolean isMute(String head) {
    return head.isEmpty() || TEXTS.contains(head) || NEITHER.contains(head);
  }

  static boolean isNamedByNumber(String head) {
    return NAMED_BY_NUMBER.contains(head);
  }

  static boolean isState(String head) {
    return STATES.contains(head);
  }

  static boolean isOwner(String head) {
    return OWNERS.contains(head);
  }

  static boolean isAge(String head) {
    return AGES.contains(head);
  }

  static boolean isReady(String head) {
    return READY.contains(head);
  }

  static boolean isAmount(String head) {
    return AMOUNTS.contains(head);
  }

  /** Which of a table's lines come first, where they are of groups: the lowest. */
  static int rankOfGroups(String head) {
    return isState(head)
        ? 0
        : isReady(head) ? READY_RANK : isOwner(head) ? OWNERS_RANK : OTHERS_RANK;
  }

  /** Likewise where they are of amounts. */
  static int rankOfAmounts(String head) {
    int place = AMOUNTS.indexOf(head);
    return place < 0 ? AMOUNTS_RANK : FIRST_AMOUNT + place;
  }
}
