/** The inbox in memory: a twin of the server. */
@NullMarked
package io.inboxport.inmemory;

import org.jspecify.annotations.NullMarked;
