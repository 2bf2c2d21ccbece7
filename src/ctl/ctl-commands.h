#pragma once

#include "ctl/ctl.h"

G_BEGIN_DECLS

typedef enum {
  CTL_NEEDS_NOTHING, /* no open folder */
  CTL_NEEDS_READING, /* works beside a program that holds the folder */
  CTL_NEEDS_OWNING,
} CtlNeeds;

/**
 * CtlCommand:
 * @columns: (nullable): of the table that people see, where the answer is a list
 * @print: (nullable): how people see an answer that is no list
 */
typedef struct {
  const char *name;
  CtlFunc func;
  CtlNeeds needs;
  const char *columns;
  void (*print) (JsonNode *node);
  const char *usage;
  const char *help;
} CtlCommand;

/* Ends with a name of NULL. */
extern const CtlCommand ctl_commands[];

G_END_DECLS
