/** Tags, and the arithmetic of replacing them. */
@NullMarked
package io.inboxport.tag;

import org.jspecify.annotations.NullMarked;
