/**
 * Shares one budget among processes: the {@linkplain io.inboxport.budget.shared.BudgetLedger
 * ledger} of an account, the {@linkplain io.inboxport.budget.shared.BudgetStore store} that keeps
 * it, and the {@linkplain io.inboxport.budget.shared.SharedRequestBudget budget} of one process
 * over it.
 *
 * <p>The rules of sharing belong here. Databases and their clients belong in the adapters.
 */
@NullMarked
package io.inboxport.budget.shared;

import org.jspecify.annotations.NullMarked;
