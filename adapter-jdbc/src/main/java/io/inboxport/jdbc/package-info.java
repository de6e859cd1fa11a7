/**
 * Keeps shared state in a database, over any {@link javax.sql.DataSource}: the {@linkplain
 * io.inboxport.jdbc.JdbcRequestBudget request budget} of an account.
 *
 * <p>SQL belongs here, and so does everything about transactions. The rules of the budget belong in
 * {@code io.inboxport.budget}. The embedder brings the driver and the pool.
 */
@NullMarked
package io.inboxport.jdbc;

import org.jspecify.annotations.NullMarked;
