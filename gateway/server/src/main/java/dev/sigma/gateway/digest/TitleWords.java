package dev.sigma.gateway.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that titles of tables consist of. */
final class TitleWords {

  /** Titles of several words, the longest first where one begins another. */
  private static final List<List<String>> JOINED =
      Bars.list(
              """
          CONTAINER ID|IMAGE ID|NETWORK ID|LAST SEEN|LAST SCHEDULE|NOMINATED NODE|
          READINESS GATES|ACCESS MODES|VOLUME NAME|MEM USAGE / LIMIT|MEM USAGE|NET I/O|NET IO|
          BLOCK I/O|BLOCK IO|CPU %|MEM %|MANAGER STATUS|ENGINE VERSION|CONFIG FILES|
          APP VERSION|CREATED AT|PROCESS NAME|VRAM USED|SDMA USED|CU OCCUPANCY|GPU MEM|
          NODE SELECTOR|UNIT FILE|DOCKER ENDPOINT|Mounted on|Local Address:Port|
          Peer Address:Port|Local Address|Foreign Address|PID/Program name|Job ID|Time Use|
          Queue Type|Release Notes|VOLUME ATTRIBUTES CLASS|LAST HEARTBEAT
          """)
          .stream()
          .map(title -> Text.split(title, ' '))
          .toList();

  private static final Set<String> KNOWN =
      new HashSet<>(
          Text.words(
              """
          names namespace ready restarts age ip up-to-date available desired current
          cluster-ip external-ip port(s) ports containers images hosts reference targets
          minpods maxpods replicas data roles internal-ip external_ip os-image kernel-version
          container-runtime capacity reclaim policy claim storageclass reason
          volumeattributesclass suspend active completions duration object message count
          cpu(cores) cpu% memory(bytes) memory% memory revision updated chart description
          cluster authinfo secret command size repository tag digest driver scope service
          mode availability hostname user uid gid pid ppid %cpu %mem vsz rss tty stat start
          stime started cmd elapsed pr ni virt res shr s c time+ args comm pcpu pmem etime
          nlwp filesystem 1k-blocks 1m-blocks blocks avail use% inodes iused ifree iuse%
          target source fstype options maj:min rm ro mountpoint mountpoints label uuid fsver
          fsavail fsuse% model serial vendor state recv-q send-q proto netid load sub
          activates next left passed preset jobid jobname partition st nodes nodelist(reason)
          nodelist timelimit time_limi time_limit account alloccpus exitcode maxrss reqmem
          tres_per_n priority gres cpus features qos alloc cap frag dedup health altroot
          expandsz free ckpoint gpus util temp power fan device dev sm enc dec jpg ofa fd
          size/off usename datname query host db info rows total db_name client_addr from
          login@ idle jcpu what ssid chan rate signal security bars in-use title branch
          workflow event author pv vg lv attr lsize psize pfree vsize vfree fmt length date
          rev tracking publisher ||/ architecture prio refer expires issuer groups roleref
          key value effect server online servers endpoints disk did sclk mclk perf pwrcap
          vram% gpu% gpu(s) mem% ↺ uptime watching session seat leader lock provisioner
          expansion allowed
          """
                  .replace('\n', ' ')));

  static {
    JOINED.forEach(words -> words.forEach(word -> KNOWN.add(word.toLowerCase(Locale.ROOT))));
  }

  private TitleWords() {}

  static boolean isKnown(String word) {
    return KNOWN.contains(word.toLowerCase(Locale.ROOT));
  }

  /** How many of {@code words} from {@code at} on are one title. */
  static int joined(List<String> words, int at) {
    for (List<String> title : JOINED) {
      if (at + title.size() <= words.size() && words.subList(at, at + title.size()).equals(title)) {
        return title.size();
      }
    }
    return 1;
  }
}
