#include "decoder/decoder-lock.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#define MIB (1024u * 1024u)
/* What a picture may take, next to the libraries. */
#define MAX_DATA (224 * MIB)
#define MAX_SPACE (640 * MIB)
#define MAX_CPU_SECONDS 4

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define OUR_ARCH AUDIT_ARCH_RISCV64
#endif

static void
limit (__rlimit_resource_t what, rlim_t most)
{
  const struct rlimit value = { most, most };

  setrlimit (what, &value);
}

void
decoder_lock_limits (void)
{
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
  prctl (PR_SET_PDEATHSIG, 9, 0, 0, 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0); /* a pipe is none */
  limit (RLIMIT_CPU, MAX_CPU_SECONDS);
#ifndef __SANITIZE_ADDRESS__ /* which sets aside terabytes that it does not use */
  limit (RLIMIT_DATA, MAX_DATA);
  limit (RLIMIT_AS, MAX_SPACE);
#endif
}

#ifdef OUR_ARCH

#define LET(call)                                                                                  \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1),                                         \
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* Memory, the two pipes that are open, and going away. The rest is answered with "not permitted",
 * under which a library can go on, and not with death. */
static const struct sock_filter calls[] = {
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch)),
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),
  BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
  LET (read),
  LET (write),
  LET (close),
  LET (lseek),
  LET (fstat),
  LET (brk),
  LET (mmap),
  LET (munmap),
  LET (mremap),
  LET (mprotect),
  LET (madvise),
  LET (futex),
  LET (sched_yield),
  LET (clock_gettime),
  LET (getrandom),
  LET (getpid),
  LET (gettid),
  LET (tgkill),
  LET (rt_sigaction),
  LET (rt_sigprocmask),
  LET (rt_sigreturn),
  LET (sigaltstack),
  LET (restart_syscall),
  LET (exit),
  LET (exit_group),
  BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
};

gboolean
decoder_lock_calls (void)
{
  const struct sock_fprog program = { G_N_ELEMENTS (calls), (struct sock_filter *) calls };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else

/* No table of its calls is written for this machine: what is left are the limits. */
gboolean
decoder_lock_calls (void)
{
  return TRUE;
}

#endif
