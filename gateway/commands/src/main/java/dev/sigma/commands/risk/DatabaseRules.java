package dev.sigma.commands.risk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Clients of databases, and what their statements do. */
final class DatabaseRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("psql", i("c d h p U f F P R T v", "c --command", "f --file")),
          Map.entry("mysql", i("e u h P D S", "e --execute", "--")),
          Map.entry("mariadb", i("e u h P D S", "e --execute", "--")),
          Map.entry("clickhouse-client", i("q h --query --host --port", "q --query", "--")),
          Map.entry("cockroach", i("e --execute", "e --execute", "--")),
          Map.entry("mongosh", i("--eval", "--eval", "--")),
          Map.entry("mongo", i("--eval", "--eval", "--")),
          Map.entry("sqlite3", DatabaseRules::sqlite),
          Map.entry("redis-cli", DatabaseRules::redis),
          Map.entry("mysqladmin", DatabaseRules::mysqladmin));

  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern DELETES =
      Pattern.compile(
          "\\b(drop|delete|truncate|flushall|deletemany|deleteone|remove|dropdatabase)\\b");
  private static final Pattern OVERWRITES =
      Pattern.compile("\\bupdate\\s+\\S+\\s+set\\b(?!.*\\bwhere\\b)", Pattern.DOTALL);
  private static final Pattern STOPS =
      Pattern.compile("\\b(kill|shutdown|pg_terminate_backend|pg_cancel_backend)\\b");
  private static final Pattern CHANGES =
      Pattern.compile(
          "\\b(insert|update|create|alter|grant|revoke|copy|set|vacuum|reindex|call|do|load|into"
              + "|replace|merge|rename|analyze|lock|comment|optimize|flush|attach|detach|reset"
              + "|insertone|insertmany|updateone|updatemany|import|restore)\\b");
  private static final Pattern READS =
      Pattern.compile(
          "\\s*(select|show|explain|describe|desc|with|values|table|use|pragma|\\\\[a-z+]+|\\.[a-z]+"
              + "|db\\.|rs\\.status|\\(select).*",
          Pattern.DOTALL);

  private DatabaseRules() {}

  private static Rule i(String valued, String statements, String files) {
    String all =
        valued
            + " --command --file --execute --dbname --host --port --user --username"
            + " --database --format";
    return (i, judge) -> client(i, i.options(all), statements, files, judge);
  }

  private static void client(
      Invocation i, Options options, String statements, String files, Judge judge) {
    List<Argument> given = options.values(statements).toList();
    given.forEach(s -> statement(s.value(), s.dynamic(), i, judge));
    if (options.has(files)) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs statements of a file that is not seen here");
    } else if (given.isEmpty()) {
      fed(i, options.has("l --list version --version"), judge);
    }
  }

  private static void fed(Invocation i, boolean lists, Judge judge) {
    if (i.input().text() != null) {
      statement(i.input().text().text(), false, i, judge);
    } else if (i.input().fed()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs statements that are not seen here");
    } else if (!lists) {
      judge.changes(i, Findings.RUNS, "opens an interactive session");
    }
  }

  private static void statement(String statement, boolean dynamic, Invocation i, Judge judge) {
    String s = QUOTED.matcher(statement).replaceAll("''").toLowerCase(Locale.ROOT);
    if (s.matches("(?s).*\\b(from|to)\\s+program\\b.*")) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "makes the server run a program");
    }
    if (DELETES.matcher(s).find()) {
      judge.destroys(i, Findings.DELETES, "deletes data: " + shortened(statement));
      judge.effect("deletes data");
    } else if (STOPS.matcher(s).find()) {
      judge.destroys(i, Findings.STOPS, "stops sessions or the server: " + shortened(statement));
    } else if (OVERWRITES.matcher(s).find()) {
      judge.destroys(i, Findings.OVERWRITES, "overwrites all rows: " + shortened(statement));
    } else if (CHANGES.matcher(s).find()) {
      judge.changes(i, Findings.WRITES, "changes data or settings: " + shortened(statement));
    } else if (!READS.matcher(s).matches() || dynamic || s.contains("\\!")) {
      judge.unknown(i, Findings.UNKNOWN, "the statement is not understood here");
    }
  }

  private static String shortened(String statement) {
    return statement.length() > 60 ? statement.substring(0, 60) + "..." : statement;
  }

  private static void sqlite(Invocation i, Judge judge) {
    List<Argument> operands =
        i.options("-cmd --cmd -separator -init -nullvalue --init --separator").operands();
    List<Argument> statements =
        operands.isEmpty() ? operands : operands.subList(1, operands.size());
    if (statements.isEmpty()) {
      fed(i, false, judge);
    }
    for (Argument s : statements) {
      String v = s.value().strip();
      if (v.matches(
          "\\.(tables|schema|indexes|indices|databases|dump|stats|show|mode|headers).*")) {
        judge.reads(operands.subList(0, 1));
      } else if (v.startsWith(".")) {
        judge.unknown(i, Findings.UNKNOWN, v + " is not understood here");
      } else {
        statement(v, s.dynamic(), i, judge);
      }
    }
  }

  private static final Pattern REDIS_READS =
      Pattern.compile(
          "ping|info|get|mget|keys|ttl|pttl|scan|sscan|hscan|zscan|dbsize|type|exists|hget|hgetall"
              + "|hkeys|hlen|hmget|llen|lrange|lindex|smembers|scard|sismember|zrange|zcard|zscore"
              + "|strlen|memory|monitor|slowlog|time|role|lastsave|object|echo|command|xlen|xrange"
              + "|xinfo|pubsub|randomkey|getrange|latency");

  private static void redis(Invocation i, Judge judge) {
    Options options =
        i.options(
            "h p a n u r i s t d D --user --pass --pattern --cacert --cacertdir --cert --key --sni"
                + " --tls-ciphers --tls-ciphersuites --count --interval --eval --rdb --functions-rdb");
    String command = options.operand(0).toLowerCase(Locale.ROOT);
    String second = options.operand(1).toLowerCase(Locale.ROOT);
    if (options.has("--cluster")
        && command.matches("del-node|reshard|fix|rebalance|import|call|create|set-timeout")) {
      judge.destroys(i, Findings.DELETES, "moves or deletes nodes, slots or keys: " + i.line());
    } else if (options.has("--eval --pipe")) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs commands that are not seen here");
    } else if (options.has("--rdb --functions-rdb")) {
      options.values("--rdb --functions-rdb").forEach(f -> judge.writes(f, false));
    } else if (command.isEmpty()) {
      if (!options.has("--scan --bigkeys --memkeys --hotkeys --latency --stat --version")) {
        fed(i, false, judge);
      }
    } else if (command.matches("flushall|flushdb|del|unlink|(h|xg?|s|z|l)?(del|rem|trim|destroy)")
        || command.matches(
            "getdel|hgetdel|spop|b?[lrz]m?pop(min|max)?|expire|pexpire|expireat|pexpireat"
                + "|zremrange\\w+|zdiffstore|json\\.del|ft\\.drop(index)?|ts\\.del|replicaof|slaveof|swapdb")
        || (command + " " + second)
            .matches(
                "(script|function) (flush|delete)|cluster (reset|flushslots|delslots|forget|failover)"
                    + "|acl deluser|xgroup (destroy|delconsumer)|slowlog reset|latency reset"
                    + "|config resetstat|function restore")) {
      judge.destroys(i, Findings.DELETES, "deletes keys: " + i.line());
    } else if (command.equals("shutdown")
        || (command + second)
            .matches("client(kill|pause)|(script|function)kill|debug(segfault|sleep)")) {
      judge.destroys(i, Findings.STOPS, "stops the server or cuts off clients");
    } else if ((REDIS_READS.matcher(command).matches() && !second.equals("purge"))
        || (command + " " + second)
            .matches("config get|client (list|info|id)|cluster (info|nodes)|acl (list|whoami)")) {
      judge.reads(List.of());
    } else if (i.more() || command.equals("$") || command.equals("eval")) {
      judge.unknown(i, Findings.UNKNOWN, "the command is not understood here");
    } else {
      judge.changes(i, Findings.WRITES, "changes data or settings: " + i.line());
    }
  }

  private static void mysqladmin(Invocation i, Judge judge) {
    List<Argument> operands = i.options("u h P S --user --host --port").operands();
    for (Argument operand : operands) {
      switch (operand.value()) {
        case "shutdown", "kill" ->
            judge.destroys(i, Findings.STOPS, "stops the server or sessions");
        case "drop" -> judge.destroys(i, Findings.DELETES, "deletes a database");
        case "status", "ping", "version", "processlist", "variables", "extended-status" -> {}
        default -> judge.changes(i, Findings.WRITES, "administers the server: " + operand.value());
      }
    }
  }
}
