#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A token bucket: so many calls a second, and a few at once after a pause. Those that must wait
 * leave in the order in which they came.
 */
typedef struct _AnteBudget AnteBudget;

AnteBudget *ante_budget_new (double per_second, guint burst);
void ante_budget_free (AnteBudget *self);
void ante_budget_set (AnteBudget *self, double per_second, guint burst);
void ante_budget_wait (AnteBudget *self, GTask *task);
void ante_budget_refuse_all (AnteBudget *self, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AnteBudget, ante_budget_free)

G_END_DECLS
