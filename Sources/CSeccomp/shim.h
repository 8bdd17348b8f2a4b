#ifndef IMEIKIT_CSECCOMP_SHIM_H
#define IMEIKIT_CSECCOMP_SHIM_H

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>

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
