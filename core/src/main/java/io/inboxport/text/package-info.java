/** The limits that texts and ids obey. Knows nothing of the inbox. */
@NullMarked
package io.inboxport.text;

import org.jspecify.annotations.NullMarked;
