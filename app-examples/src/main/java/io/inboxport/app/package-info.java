/** The inbox command line. */
@NullMarked
package io.inboxport.app;

import org.jspecify.annotations.NullMarked;
