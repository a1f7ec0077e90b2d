package dev.sigma.commands.risk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Utilities that reach over the network or steer it. */
final class NetworkRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("curl", NetworkRules::curl),
          Map.entry("wget", NetworkRules::wget),
          Map.entry("fetch", NetworkRules::wget),
          Map.entry("aria2c", NetworkRules::wget),
          Map.entry("http", NetworkRules::httpie),
          Map.entry("https", NetworkRules::httpie),
          Map.entry("lynx", NetworkRules::browser),
          Map.entry("nc", NetworkRules::netcat),
          Map.entry("ncat", NetworkRules::netcat),
          Map.entry("netcat", NetworkRules::netcat),
          Map.entry("ip", NetworkRules::ip),
          Map.entry("ifconfig", NetworkRules::ifconfig),
          Map.entry("route", NetworkRules::route),
          Map.entry("arp", Rule.changesWith("d s f", "changes the ARP table")),
          Map.entry("iptables", NetworkRules::iptables),
          Map.entry("ip6tables", NetworkRules::iptables),
          Map.entry("nft", NetworkRules::nft),
          Map.entry("openssl", NetworkRules::openssl),
          Map.entry("gpg", NetworkRules::gpg),
          Map.entry("ssh-keygen", NetworkRules::keygen),
          Map.entry("tcpdump", NetworkRules::capture),
          Map.entry("tshark", NetworkRules::capture),
          Map.entry("nmap", NetworkRules::scan),
          Map.entry("mail", NetworkRules::sends),
          Map.entry("sendmail", NetworkRules::sends));

  private static final Pattern HOST = Pattern.compile("(?:https?|ftp)://([^/:?#\\s'\"]+)");

  private static final String CURL_VALUED =
      "o X d F T H A e b c u x m w K E r y Y z C P Q U t --output --request --data --data-raw"
          + " --data-binary --data-urlencode --form --upload-file --header --user-agent --referer"
          + " --cookie --cookie-jar --user --proxy --max-time --write-out --config --cert --key"
          + " --cacert --connect-timeout --retry --retry-delay --limit-rate --resolve --json"
          + " --output-dir --unix-socket --interface --range --dump-header D --url --capath"
          + " --oauth2-bearer --aws-sigv4 --form-string --trace --trace-ascii --stderr --request-target";

  private static final String WGET_VALUED =
      "O P o a e U i t T w Q A R D X I l B --output-document --directory-prefix --output-file"
          + " --append-output --user-agent --input-file --tries --timeout --wait --quota --header"
          + " --post-data --post-file --method --body-data --body-file --user --password --level"
          + " --limit-rate --accept --reject --domains --base d o --dir --out";

  private NetworkRules() {}

  private static void hosts(Invocation i, Judge judge) {
    Matcher hosts = HOST.matcher(i.line());
    while (hosts.find()) {
      judge.effect("network: " + hosts.group(1));
    }
  }

  private static void method(String method, Invocation i, Judge judge) {
    switch (method.toUpperCase(Locale.ROOT)) {
      case "GET", "HEAD", "OPTIONS" -> {}
      case "DELETE" -> judge.destroys(i, Findings.DELETES, "asks a server to delete something");
      default -> judge.changes(i, Findings.SENDS, "sends a " + method + " request to a server");
    }
  }

  private static void curl(Invocation i, Judge judge) {
    Options options = i.options(CURL_VALUED);
    hosts(i, judge);
    String method = options.value("X --request").map(Argument::value).orElse("");
    boolean sends =
        options.has(
            "d F T --data --data-raw --data-binary --data-urlencode --form --upload-file --json"
                + " --form-string");
    if (!method.isEmpty()) {
      method(method, i, judge);
    } else if (sends && !options.has("G --get")) {
      judge.changes(i, Findings.SENDS, "sends data to a server");
    }
    if (options.has("K --config")) {
      judge.unknown(i, Findings.UNKNOWN, "takes its options from a file that is not seen here");
    }
    options
        .values("Q --quote")
        .forEach(q -> judge.changes(i, Findings.SENDS, "sends " + q.value()));
    options
        .values("c --cookie-jar D --dump-header --trace --trace-ascii --stderr")
        .filter(f -> !f.value().equals("-"))
        .forEach(f -> judge.changes(i, Findings.WRITES, "writes " + judge.shown(f)));
    boolean toFile = false;
    for (Argument file : options.values("o --output").toList()) {
      toFile |= saved(file, i, judge);
    }
    if (options.has("O --remote-name --remote-name-all J")) {
      toFile = true;
      options.operands().forEach(url -> savedAs(url.value(), i, judge));
    }
    if (!toFile) {
      judge.downloads();
    }
  }

  /** Whether a file is written that stays. */
  private static boolean saved(Argument file, Invocation i, Judge judge) {
    String v = file.value();
    if (v.equals("-") || v.equals("/dev/stdout")) {
      return false;
    }
    if (v.startsWith("/dev/") || WrittenFile.isDisk(v)) {
      judge.writes(file, false);
    } else {
      judge.changes(i, Findings.WRITES, "saves what it gets as " + judge.shown(file));
      judge.effect("writes " + judge.shown(file));
      judge.downloads(v);
    }
    return true;
  }

  private static void savedAs(String url, Invocation i, Judge judge) {
    String name = Invocations.base(url.replaceFirst("[?#].*", ""));
    judge.downloads(name);
    judge.changes(
        i, Findings.WRITES, "saves what it gets as " + (name.isEmpty() ? "a file" : name));
  }

  private static void wget(Invocation i, Judge judge) {
    Options options = i.options(WGET_VALUED);
    hosts(i, judge);
    options.value("--method").ifPresent(m -> method(m.value(), i, judge));
    if (options.has("--post-data --post-file --body-data --body-file")) {
      judge.changes(i, Findings.SENDS, "sends data to a server");
    }
    if (options.has("--spider --version --help") && !options.has("--post-data")) {
      return;
    }
    Argument output = options.value("O --output-document --out").orElse(null);
    if (output != null) {
      if (!saved(output, i, judge)) {
        judge.downloads();
      }
    } else {
      options.operands().forEach(url -> savedAs(url.value(), i, judge));
      if (options.operands().isEmpty()) {
        judge.changes(i, Findings.WRITES, "saves what it gets in files");
      }
    }
  }

  private static void httpie(Invocation i, Judge judge) {
    Options options = i.options("o a A --output --auth");
    String method = options.operand(0);
    method(method.matches("[A-Z]+") ? method : "GET", i, judge);
    options.values("o --output").forEach(f -> saved(f, i, judge));
    hosts(i, judge);
    judge.downloads();
  }

  private static void browser(Invocation i, Judge judge) {
    hosts(i, judge);
    judge.downloads();
  }

  private static void netcat(Invocation i, Judge judge) {
    Options options = i.options("e c p w s i x X q o g G -exec --exec --sh-exec --lua-exec");
    judge.effect("network: " + judge.shown(options.operands(), "any host"));
    options
        .values("e c --exec --sh-exec")
        .forEach(
            program -> {
              judge.unknown(
                  i, Findings.RUNS_UNSEEN, "hands " + program.value() + " to whoever is connected");
              judge.script(program.text(), Input.UNSEEN);
            });
    if (!options.has("z")) {
      judge.downloads();
    }
    if (i.input().fed() && !options.has("z")) {
      judge.changes(i, Findings.SENDS, "sends what it is fed to the network");
    }
  }

  private static void ip(Invocation i, Judge judge) {
    // ip knows no clusters: -br is --brief, not -b with a value
    if (i.args().stream().anyMatch(a -> a.value().matches("-b|--?batch"))) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs commands of a file that is not seen here");
    }
    List<Argument> operands = i.options("n f --netns --family").operands();
    String object = operands.isEmpty() ? "" : operands.get(0).value();
    String action = operands.size() < 2 ? "show" : operands.get(1).value();
    if ("netns".startsWith(object) && object.length() > 3 && action.equals("exec")) {
      judge.run(
          operands.subList(Math.min(3, operands.size()), operands.size()), i.input(), i.more());
      return;
    }
    boolean sets = !object.isEmpty() && "link".startsWith(object) && "set".startsWith(action);
    switch (sets ? "set" : action) {
      case "show",
          "list",
          "ls",
          "l",
          "s",
          "sh",
          "lst",
          "get",
          "help",
          "dev",
          "save",
          "identify" -> {}
      case "del", "delete", "d", "flush", "f" ->
          judge.destroys(i, Findings.DELETES, "deletes network settings: " + i.line());
      case "set", "add", "a", "change", "replace", "append", "up", "down", "restore", "attach" -> {
        if (i.isAsked("down")) {
          judge.destroys(i, Findings.STOPS, "takes a network interface down: " + i.line());
        } else {
          judge.changes(i, Findings.WRITES, "changes network settings: " + i.line());
        }
      }
      default -> {
        if (!object.matches("mon.*") && operands.size() > 1) {
          judge.unknown(i, Findings.UNKNOWN, "the action " + action + " is not known here");
        }
      }
    }
  }

  private static void ifconfig(Invocation i, Judge judge) {
    if (i.isAsked("down")) {
      judge.destroys(i, Findings.STOPS, "takes a network interface down");
    } else if (i.options("").operands().size() > 1) {
      judge.changes(i, Findings.WRITES, "changes a network interface");
    }
  }

  private static void route(Invocation i, Judge judge) {
    if (i.isAsked("del", "delete", "flush")) {
      judge.destroys(i, Findings.DELETES, "deletes routes");
    } else if (i.isAsked("add", "change")) {
      judge.changes(i, Findings.WRITES, "changes routes");
    }
  }

  private static void iptables(Invocation i, Judge judge) {
    Options options = i.options("t A I D N P E R s d p j i o m c --table --dport --sport");
    if (options.has("F X Z --flush --delete-chain --zero") || options.has("D --delete")) {
      judge.destroys(
          i, Findings.DELETES, "deletes firewall rules, which may open or cut off access");
    } else if (!options.has("L S C --list --list-rules --check --version")) {
      judge.changes(i, Findings.WRITES, "changes firewall rules, which may cut off access");
    }
  }

  private static void nft(Invocation i, Judge judge) {
    switch (i.options("f").operand(0)) {
      case "list" -> {}
      case "delete", "flush", "destroy", "reset" ->
          judge.destroys(
              i, Findings.DELETES, "deletes firewall rules, which may open or cut off access");
      default -> judge.changes(i, Findings.WRITES, "changes firewall rules");
    }
  }

  private static void openssl(Invocation i, Judge judge) {
    boolean printed = false;
    for (int k = 0; k + 1 < i.args().size(); k++) {
      if (i.args()
          .get(k)
          .value()
          .matches(
              "--?(out|keyout|writerand|CAserial|sess_out|outdir|CAfile_out|msgout|keylogfile)")) {
        printed = true;
        Argument file = i.args().get(k + 1);
        judge.changes(i, Findings.WRITES, "writes " + judge.shown(file) + ", over what is there");
        judge.effect("writes " + judge.shown(file));
      }
    }
    if (i.isAsked("-engine", "-provider", "-provider-path", "-pre", "-post", "-config")
        || i.isAsked("--engine", "--provider", "--provider-path", "--config")) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "loads code or settings that are not seen here");
    }
    if (!printed
        && !i.args().isEmpty()
        && i.args().get(0).value().matches("ca|s_server|rehash|engine")) {
      judge.changes(i, Findings.RUNS, "signs or serves");
    }
  }

  private static void gpg(Invocation i, Judge judge) {
    if (i.args().stream().anyMatch(a -> a.value().startsWith("--delete"))) {
      judge.destroys(i, Findings.DELETES, "deletes keys");
    } else if (!i.options("r u o --recipient --output")
        .has(
            "k K --list-keys --list-secret-keys --fingerprint --verify --list-sigs --version --export")) {
      judge.changes(i, Findings.WRITES, "creates files or changes keys");
    }
  }

  private static void keygen(Invocation i, Judge judge) {
    if (!i.options("f t b C N P E F R").has("l F y B")) {
      judge.byTable(i);
    }
  }

  private static void capture(Invocation i, Judge judge) {
    Options options = i.options("B c C E F G i j m M Q r s T V w W y Y X e f z");
    options.values("w").forEach(f -> judge.writes(f, false));
    if (i.name().equals("tcpdump")) {
      options.values("z").forEach(program -> judge.script(program.text(), Input.UNSEEN));
    } else if (options.values("X").anyMatch(x -> x.value().startsWith("lua_script"))) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs a script that is not seen here");
    }
  }

  private static void scan(Invocation i, Judge judge) {
    for (int k = 0; k < i.args().size(); k++) {
      Argument argument = i.args().get(k);
      String v = argument.value();
      if (v.matches("-o[NXSGA].*")) {
        Argument next = k + 1 < i.args().size() ? i.args().get(k + 1) : argument;
        judge.writes(v.length() > 3 ? argument.from(3) : next, i.isAsked("--append-output"));
      } else if (v.matches("--script(=.*)?|--datadir.*|--resume.*")) {
        judge.unknown(i, Findings.RUNS_UNSEEN, "runs scripts that are not seen here");
      } else if (v.matches("-oM.*")) {
        judge.changes(i, Findings.WRITES, "writes a file");
      }
    }
  }

  private static void sends(Invocation i, Judge judge) {
    judge.changes(i, Findings.SENDS, "sends mail");
  }
}
