/** The only package of the broken house that is null-marked. */
@NullMarked
package broken.conversation;

import org.jspecify.annotations.NullMarked;
