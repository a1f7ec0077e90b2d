package dev.sigma.engine.schedule;

/** A generation under way. */
public interface Generation {

  /** Ends it within one step; the listener hears {@code CANCELLED} unless it had ended already. */
  void cancel();
}
