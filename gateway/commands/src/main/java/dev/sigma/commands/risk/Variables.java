package dev.sigma.commands.risk;

import java.util.Set;
import java.util.regex.Pattern;

/** Variables that make programs run something when they are set. */
final class Variables {

  /** Those that load code, or name files of options or places of programs. */
  private static final Pattern LOADERS =
      Pattern.compile(
          "LD_(PRELOAD|AUDIT|LIBRARY_PATH)|DYLD_\\w+|BASH_ENV|ENV|BASH_FUNC\\w*|SHELLOPTS|ZDOTDIR"
              + "|PYTHON(STARTUP|HOME|INSPECT)|PERL5(OPT|LIB|DB)|PERLLIB|RUBY(OPT|LIB)"
              + "|NODE_(OPTIONS|PATH)|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|MAVEN_OPTS"
              + "|LUA_INIT|GCONV_PATH|OPENSSL_CONF|OPENSSL_ENGINES|TAR_OPTIONS|RIPGREP_CONFIG_PATH"
              + "|GIT_(CONFIG\\w*|EXEC_PATH|TEMPLATE_DIR)|functions|aliases|galiases|saliases"
              + "|dis_functions|BASH_ALIASES|BASH_CMDS|commands|CURL_HOME|WGETRC|LESSKEY\\w*");

  /** Those whose value is a command. */
  private static final Pattern COMMANDS =
      Pattern.compile(
          "(\\w*_)?PAGER|MANPAGER|BROWSER|GIT_(SSH|SSH_COMMAND|EXTERNAL_DIFF|PROXY_COMMAND|ASKPASS)"
              + "|SUDO_ASKPASS|SSH_ASKPASS|LESSOPEN|LESSCLOSE|RSYNC_RSH|RSYNC_CONNECT_PROG|CVS_RSH"
              + "|PROMPT_COMMAND|EDITOR|VISUAL|FCEDIT|\\w+_EDITOR|PS[0-4]|RPROMPT|PROMPT");

  private static final Pattern PLAIN_PROGRAM =
      Pattern.compile("(less|more|cat|bat|vim?|nvim|nano|emacs|code|delta)?( -\\w+)?");

  private static final Pattern PLAIN_PATH =
      Pattern.compile("((?:/usr|/opt|/snap)(/[^:]*)?:|/s?bin:)*(\\$.*|(/usr|/opt)/[^:]*|/s?bin|)");

  private static final Pattern PROMPT = Pattern.compile("PS[0-4]|RPROMPT|PROMPT");

  private static final Set<String> SETTERS =
      Set.of("env", "sudo", "doas", "export", "declare", "typeset", "local", "readonly");

  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*\\+?=.*", Pattern.DOTALL);

  private Variables() {}

  /** Judges what the arguments of {@code i} set, if it is one that sets variables. */
  static void judge(Invocation i, Judge judge) {
    if (SETTERS.contains(i.name())) {
      i.args().stream()
          .filter(a -> ASSIGNMENT.matcher(a.value()).matches())
          .forEach(
              a -> {
                int equals = a.value().indexOf('=');
                String name = a.value().substring(0, equals).replace("+", "");
                set(name, a.from(equals + 1), judge);
              });
    }
  }

  /** Judges that a variable is set. */
  static void set(String name, Argument value, Judge judge) {
    String v = value.value();
    boolean runs = LOADERS.matcher(name).matches() && !v.isEmpty();
    if (PROMPT.matcher(name).matches()) {
      runs = v.contains("$(") || v.indexOf('`') >= 0;
    } else if (COMMANDS.matcher(name).matches() && !PLAIN_PROGRAM.matcher(v).matches()) {
      runs = true;
      int from = v.startsWith("|") ? 1 : 0;
      judge.script(value.from(from).text(), Input.UNSEEN);
    } else if (name.equals("PATH")) {
      runs = !PLAIN_PATH.matcher(v).matches();
    }
    if (runs || Invocations.SUBSCRIPT.matcher(v).find()) {
      judge.setting(name, value);
    }
  }
}
