package dev.sigma.commands.risk;

import dev.sigma.commands.Risk.Level;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what it means that a file is written. */
final class WrittenFile {

  private static final Set<String> HARMLESS =
      Set.of("/dev/null", "/dev/stdout", "/dev/stderr", "/dev/tty", "/dev/stdin", "/dev/zero");

  private static final Pattern DISK =
      Pattern.compile(
          "/dev/(sd|hd|vd|xvd|nvme|mmcblk|mapper/|md|dm-|disk/|loop|ram|zd|nbd|zram|sr).*");

  private WrittenFile() {}

  static void judge(Argument target, boolean append, Findings findings) {
    String file = target.value();
    String shown = findings.shown(target.start(), target.end());
    if (HARMLESS.contains(file) || file.startsWith("/dev/fd/")) {
      return;
    }
    Level level = append ? Level.CHANGES : Level.DESTRUCTIVE;
    String rule = append ? Findings.WRITES : Findings.OVERWRITES;
    String text = append ? "Appends to " + shown + "." : "Overwrites " + shown + " if it exists.";
    if (isDisk(file)) {
      level = Level.DESTRUCTIVE;
      rule = Findings.OVERWRITES;
      text = "Writes over the device " + shown + " and the file systems on it.";
    } else if (file.startsWith("/dev/tcp/") || file.startsWith("/dev/udp/")) {
      level = Level.UNKNOWN;
      rule = Findings.SENDS;
      text = "Opens a connection to " + shown + ".";
    } else if (file.startsWith("/proc/sysrq-trigger")) {
      level = Level.DESTRUCTIVE;
      rule = Findings.STOPS;
      text = "Makes the kernel act at once, e.g. restart the machine without saving.";
    } else if (file.startsWith("/proc/") || file.startsWith("/sys/")) {
      level = Level.DESTRUCTIVE;
      rule = Findings.OVERWRITES;
      text = "Changes the running kernel through " + shown + ".";
    } else if (file.startsWith("/dev/") && !file.startsWith("/dev/shm/")) {
      level = Level.UNKNOWN;
      rule = Findings.WRITES;
      text = "Writes to the device " + shown + ".";
    }
    findings.add(level, rule, text, target.start(), target.end());
    findings.effect((append ? "appends to " : "writes ") + shown);
  }

  static boolean isDisk(String file) {
    return DISK.matcher(file).matches();
  }
}
