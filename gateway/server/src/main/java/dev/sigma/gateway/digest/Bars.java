package dev.sigma.gateway.digest;

import java.util.List;
import java.util.Set;

/** Lists as text: bars stand between, line ends mean nothing. */
final class Bars {

  private Bars() {}

  static List<String> list(String text) {
    return List.copyOf(Text.split(text.replace("\n", ""), '|'));
  }

  static Set<String> set(String text) {
    return Set.copyOf(list(text));
  }
}
