#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SANDBOX_FAULT_NONE,
  SANDBOX_FAULT_TIMEOUT_BEFORE, /* no answer, no effect */
  SANDBOX_FAULT_TIMEOUT_AFTER,  /* no answer, but the effect happened */
  SANDBOX_FAULT_DROP_BEFORE,    /* the connection is cut, no effect */
  SANDBOX_FAULT_DROP_AFTER,     /* the connection is cut after the effect */
  SANDBOX_FAULT_RESET,          /* as drop-before, with a reset in place of an end */
  SANDBOX_FAULT_ACCEPT_LATE,    /* as drop-after, and the effect is to be seen only later */
  SANDBOX_FAULT_ERROR,          /* an error answer, no effect */
  SANDBOX_FAULT_TRUNCATE,
  SANDBOX_FAULT_HUGE,
  SANDBOX_FAULT_DEEP,
  SANDBOX_FAULT_HTML200,
  SANDBOX_FAULT_WRONGJSON,
  SANDBOX_FAULT_BADUTF8,
  SANDBOX_FAULT_NO_ID,
  SANDBOX_FAULT_SLOW,
  SANDBOX_FAULT_SKEW,
  SANDBOX_FAULT_DUP_PAGE,
  SANDBOX_FAULT_REORDER,
} SandboxFault;

/**
 * SandboxFaultDraw:
 * @fault: what befalls the request
 * @seconds: of accept-late, slow, skew and the time-outs
 * @code: of an error
 * @subcode: of an error
 * @status: HTTP status of an error that has one of its own; 0 otherwise
 */
typedef struct {
  SandboxFault fault;
  int seconds;
  int code;
  int subcode;
  guint status;
} SandboxFaultDraw;

typedef struct _SandboxFaults SandboxFaults;

extern const char sandbox_faults_help[];

/* (nullable): NULL when @spec is not understood. The same seed gives the same faults. */
SandboxFaults *sandbox_faults_new (const char *spec, guint32 seed);
void sandbox_faults_free (SandboxFaults *self);

/* What a request is: an upload of a file, which sends nothing, is neither of the others. */
typedef enum {
  SANDBOX_FAULTS_READ,
  SANDBOX_FAULTS_SEND,
  SANDBOX_FAULTS_UPLOAD,
} SandboxFaultsScope;

SandboxFaultDraw sandbox_faults_draw (SandboxFaults *self, SandboxFaultsScope what);

G_END_DECLS
