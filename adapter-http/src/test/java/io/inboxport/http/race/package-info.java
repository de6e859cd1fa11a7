/** Threads that race on one conversation, in memory and over HTTP, and what they saw, checked. */
@NullMarked
package io.inboxport.http.race;

import org.jspecify.annotations.NullMarked;
