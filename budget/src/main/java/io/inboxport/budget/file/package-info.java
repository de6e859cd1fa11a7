/**
 * Shares one budget among the processes of one machine: the {@linkplain
 * io.inboxport.budget.file.FileBudgetStore store} in a file.
 *
 * <p>Files, locks and clocks belong here. The rules of sharing do not.
 */
@NullMarked
package io.inboxport.budget.file;

import org.jspecify.annotations.NullMarked;
