/**
 * Counts the requests that an account may send: {@link io.inboxport.budget.RequestBudget} and its
 * limits.
 *
 * <p>Limits, sliding windows, days and the waiting line belong here. The API, its errors, HTTP and
 * any store that several processes share belong elsewhere.
 */
@NullMarked
package io.inboxport.budget;

import org.jspecify.annotations.NullMarked;
