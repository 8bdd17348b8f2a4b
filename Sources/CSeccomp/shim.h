#ifndef IMEIKIT_CSECCOMP_SHIM_H
#define IMEIKIT_CSECCOMP_SHIM_H

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>

/* Declared by glibc only under _GNU_SOURCE, which Swift's importer does not set. */
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

static inline int imeikit_pipe(int ends[2], int flags) { return pipe2(ends, flags); }

static inline int imeikit_spawn_close_from(posix_spawn_file_actions_t *actions, int from) {
  return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

/* prctl is variadic, which Swift cannot call. 0, or the errno value. */
static inline int imeikit_set_parent_death_signal(int number) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)number, 0UL, 0UL, 0UL) == 0 ? 0 : errno;
}

static inline int imeikit_set_no_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) == 0 ? 0 : errno;
}

/* Off: no core file, and no ptrace or /proc/PID/mem by processes of the same user. */
static inline int imeikit_set_dumpable(int on) {
  return prctl(PR_SET_DUMPABLE, (unsigned long)on, 0UL, 0UL, 0UL) == 0 ? 0 : errno;
}

#endif
