// Work-groups that work through the phases of one kernel together. After numerics.cl.
//
// A launch costs as much as a few hundred thousand products, so a decode step of few rows is not
// launched operation by operation: one work-group a core, phases in between which they meet.
// OpenCL does not promise that work-groups run at the same time. PoCL has a thread a core and
// gives each one of few work-groups; where that does not happen, the wait ends after a while, the
// failure is noted for the host, and the step is run again the other way.

// The meeting buffer, ints; zero before the first launch, and again after each.
#define MEETING_FAILED 0
#define MEETING_ARRIVED_AT 16  // one int a phase: work-groups that are through with it
#define MEETING_DEALT_AT 48    // one int a phase: pieces of work that were taken
#define MEETING_PHASES 32

#define SPINS_BEFORE_YIELD 64
#define SPINS_BEFORE_FAILURE 2000000u  // a second, or more where others want the cores

INLINE int now(__global volatile int* value) { return *value; }

// Lets another thread have the core: the other work-group may be waiting for it.
INLINE void yield_core() {
  long result;
  __asm__ volatile("syscall" : "=a"(result) : "a"(24L) : "rcx", "r11", "memory");
}

// Waits until all work-groups are through with `phase`, of which `last` is the last one; false:
// they will not come.
INLINE bool meet(__global int* meeting, int phase, int last) {
  __global int* arrived = meeting + MEETING_ARRIVED_AT;
  __global int* dealt = meeting + MEETING_DEALT_AT;
  const int groups = (int)get_num_groups(0);
  __asm__ volatile("" : : : "memory");
  atomic_inc(arrived + phase);
  for (uint spins = 0; now(arrived + phase) < groups; spins++) {
    if (spins > SPINS_BEFORE_FAILURE || now(meeting + MEETING_FAILED) != 0) {
      atomic_xchg(meeting + MEETING_FAILED, 1);
      return false;
    }
    if (spins > SPINS_BEFORE_YIELD) {
      yield_core();
    } else {
      __asm__ volatile("pause" : : : "memory");
    }
  }
  __asm__ volatile("" : : : "memory");
  if (get_group_id(0) == 0) {
    // Nobody looks at these until the next launch; the last phase has no meeting of its own.
    dealt[phase] = 0;
    arrived[phase == 0 ? last - 1 : phase - 1] = 0;
    if (phase == 0) {
      dealt[last] = 0;
    }
    __asm__ volatile("" : : : "memory");
  }
  return true;
}

// Takes `count` pieces of a phase's work; the index of the first.
INLINE size_t take(__global int* meeting, int phase, int count) {
  return (size_t)atomic_add(meeting + MEETING_DEALT_AT + phase, count);
}
