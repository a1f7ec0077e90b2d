package dev.sigma.engine.schedule;

import java.util.List;

/**
 * Watches an answer's text for stop strings. Text that may be the beginning of one is held back
 * until that is decided; a stop string itself never comes out.
 */
final class StopStrings {

  private final List<String> stops;
  private final StringBuilder held = new StringBuilder();
  private boolean found;

  StopStrings(List<String> stops) {
    this.stops = stops;
  }

  /** Whether a stop string has come. */
  boolean found() {
    return found;
  }

  /** Takes more text and gives what is certainly part of the answer. */
  String push(String text) {
    if (found || text.isEmpty()) {
      return "";
    }
    if (stops.isEmpty()) {
      return text;
    }
    held.append(text);
    int start = first();
    if (start >= 0) {
      found = true;
      return take(start);
    }
    return take(held.length() - beginning());
  }

  /** Gives what is still held back: the answer has ended, so it is no stop string's beginning. */
  String flush() {
    return found ? "" : take(held.length());
  }

  private String take(int length) {
    String text = held.substring(0, length);
    held.delete(0, length);
    return text;
  }

  /**
   * Where the stop string begins that is complete first (of several, the one that begins first);
   * -1: there is none. So it doesn't matter in which pieces the text came.
   */
  private int first() {
    int start = -1;
    int end = Integer.MAX_VALUE;
    for (String stop : stops) {
      int at = held.indexOf(stop);
      int past = at + stop.length();
      if (at >= 0 && (past < end || (past == end && at < start))) {
        start = at;
        end = past;
      }
    }
    return start;
  }

  /** Length of the longest end of the text that begins a stop string. */
  private int beginning() {
    int longest = 0;
    for (String stop : stops) {
      for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
        if (endsWith(stop, length)) {
          longest = length;
        }
      }
    }
    return longest;
  }

  private boolean endsWith(String stop, int length) {
    int from = held.length() - length;
    for (int i = 0; i < length; i++) {
      if (held.charAt(from + i) != stop.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
