#ifndef IMEIKIT_CSECCOMP_SHIM_H
#define IMEIKIT_CSECCOMP_SHIM_H

#include <errno.h>
#include <seccomp.h>
#include <sys/prctl.h>

/* glibc declares these two under _GNU_SOURCE only, which Swift's importer does not set. Declared here
   under names of our own: <spawn.h> would make this module the owner of sigset_t. */
extern int imeikit_pipe(int ends[2], int flags) __asm__("pipe2");
extern int imeikit_spawn_close_from(void *file_actions, int from)
    __asm__("posix_spawn_file_actions_addclosefrom_np");

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
