/**
 * Tests of what a user meets: the documents' code and tables. The builds of users are in {@code
 * src/it}.
 */
@NullMarked
package io.inboxport.consumer;

import org.jspecify.annotations.NullMarked;
