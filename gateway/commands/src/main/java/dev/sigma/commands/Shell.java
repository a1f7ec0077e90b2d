package dev.sigma.commands;

/** The shell a command is written for. */
public enum Shell {
  BASH,
  SH,
  ZSH
}
