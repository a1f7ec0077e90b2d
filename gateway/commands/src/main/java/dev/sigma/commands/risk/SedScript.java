package dev.sigma.commands.risk;

import java.util.ArrayList;
import java.util.List;

/** Finds what a script of {@code sed} does besides printing: write files and run commands. */
final class SedScript {

  private final String script;
  private final List<int[]> files = new ArrayList<>();
  private final List<int[]> commands = new ArrayList<>();
  private int at;
  private boolean runsInput;

  private SedScript(String script) {
    this.script = script;
  }

  static SedScript of(String script) {
    SedScript result = new SedScript(script);
    result.read();
    return result;
  }

  /** From and to of the names of files that are written. */
  List<int[]> files() {
    return files;
  }

  /** From and to of commands that are run. */
  List<int[]> commands() {
    return commands;
  }

  /** Whether lines of the input are run as commands. */
  boolean runsInput() {
    return runsInput;
  }

  private void read() {
    while (at < script.length()) {
      addresses();
      if (at >= script.length()) {
        return;
      }
      char c = script.charAt(at++);
      switch (c) {
        case 's' -> {
          char delimiter = at < script.length() ? script.charAt(at++) : '/';
          delimited(delimiter);
          delimited(delimiter);
          flags();
        }
        case 'y' -> {
          char delimiter = at < script.length() ? script.charAt(at++) : '/';
          delimited(delimiter);
          delimited(delimiter);
        }
        case 'w', 'W' -> files.add(restOfLine());
        case 'e' -> {
          int[] command = restOfLine();
          if (command[0] < command[1]) {
            commands.add(command);
          } else {
            runsInput = true;
          }
        }
        case ':', 'b', 't', 'T' -> label();
        case 'r', 'R', 'a', 'i', 'c', '#' -> restOfLine();
        default -> {}
      }
    }
  }

  private void addresses() {
    while (at < script.length()) {
      char c = script.charAt(at);
      if (c == '/') {
        at++;
        delimited('/');
      } else if (c == '\\' && at + 1 < script.length()) {
        at += 2;
        delimited(script.charAt(at - 1));
      } else if (" \t\n;{},!~+$I0123456789".indexOf(c) >= 0) {
        at++;
      } else {
        return;
      }
    }
  }

  private void delimited(char delimiter) {
    boolean set = false;
    while (at < script.length()) {
      char c = script.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '[' && !set) {
        set = script.indexOf(']', at + 1) > 0;
        at += set ? 1 : 0;
      } else if (c == ']') {
        set = false;
      } else if (c == delimiter && !set) {
        return;
      }
    }
  }

  private void flags() {
    while (at < script.length() && "gpiImM0123456789 we".indexOf(script.charAt(at)) >= 0) {
      char c = script.charAt(at++);
      if (c == 'e') {
        runsInput = true;
      } else if (c == 'w') {
        files.add(restOfLine());
        return;
      }
    }
  }

  private void label() {
    while (at < script.length() && script.charAt(at) == ' ') {
      at++;
    }
    while (at < script.length() && ";} \t\n".indexOf(script.charAt(at)) < 0) {
      at++;
    }
  }

  private int[] restOfLine() {
    while (at < script.length() && (script.charAt(at) == ' ' || script.charAt(at) == '\t')) {
      at++;
    }
    int from = at;
    int line = script.indexOf('\n', at);
    at = line < 0 ? script.length() : line;
    return new int[] {Math.min(from, script.length()), at};
  }
}
