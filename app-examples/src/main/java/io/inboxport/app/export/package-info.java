/**
 * Writes the whole inbox to a file, under the budget of the account, and can be interrupted.
 * Options and screens do not belong here: the command has them.
 */
@NullMarked
package io.inboxport.app.export;

import org.jspecify.annotations.NullMarked;
