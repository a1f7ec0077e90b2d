package dev.sigma.commands.forms;

import java.util.List;
import java.util.Optional;

/** A command as scores see it: which programs, which options, held together by what. */
sealed interface Node {

  /**
   * A program and what it is given.
   *
   * @param utility its name without folders; empty where there are assignments or redirections only
   */
  record Call(String utility, List<Item> items) implements Node {}

  /**
   * Parts held together by symbols: {@code open part0 joints[0] part1 ... close}.
   *
   * @param joints one less than the parts
   */
  record Group(String open, List<Node> parts, List<String> joints, String close) implements Node {}

  /** Words that are no command's: those of {@code for}, {@code case} and {@code [[ ]]}. */
  record Words(List<Item> items) implements Node {}

  /** What a command has on its line. */
  sealed interface Item {}

  /**
   * One word of options.
   *
   * @param names with their dashes: several for {@code -la}
   * @param text canonical: the letters of a cluster in order, the one that takes a value last
   * @param glue what stands before the value: nothing, {@code =} or a blank
   */
  record Flags(List<String> names, String text, String glue, Optional<Item> value)
      implements Item {}

  /**
   * A word that people fill in.
   *
   * @param kind what a template shows for it
   * @param text canonical
   * @param inner commands that are substituted in it
   */
  record Value(String kind, String text, List<Node> inner) implements Item {}

  /** A word that stands for itself: a subcommand, an operator. */
  record Fixed(String text) implements Item {}

  /** A command that is run by this one. */
  record Nested(Node node) implements Item {}

  record Redirection(String operator, Item target) implements Item {}
}
