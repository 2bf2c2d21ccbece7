#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SANDBOX_FAULT_NONE,
  SANDBOX_FAULT_TIMEOUT_BEFORE, /* no answer, no effect */
  SANDBOX_FAULT_TIMEOUT_AFTER,  /* no answer, but the effect happened */
  SANDBOX_FAULT_DROP_BEFORE,    /* the connection is cut, no effect */
  SANDBOX_FAULT_DROP_AFTER,     /* the connection is cut after the effect */
  SANDBOX_FAULT_ACCEPT_LATE,    /* as drop-after, and the effect is to be seen only later */
  SANDBOX_FAULT_429,
  SANDBOX_FAULT_613,
  SANDBOX_FAULT_500,
  SANDBOX_FAULT_CODE2,
  SANDBOX_FAULT_190,
  SANDBOX_FAULT_TRUNCATE,
  SANDBOX_FAULT_HUGE,
  SANDBOX_FAULT_DEEP,
  SANDBOX_FAULT_HTML200,
  SANDBOX_FAULT_WRONGJSON,
  SANDBOX_FAULT_BADUTF8,
  SANDBOX_FAULT_NO_ID,
  SANDBOX_FAULT_SLOW,
  SANDBOX_FAULT_DUP_PAGE,
  SANDBOX_FAULT_REORDER,
} SandboxFault;

typedef struct _SandboxFaults SandboxFaults;

extern const char sandbox_faults_help[];

/* NULL when @spec is not understood. The same seed gives the same faults. */
SandboxFaults *sandbox_faults_new (const char *spec, guint32 seed);
void sandbox_faults_free (SandboxFaults *self);
SandboxFault sandbox_faults_draw (SandboxFaults *self, gboolean is_send);

G_END_DECLS
